package dev.aisle.local.attacks;

import java.util.List;

/**
 * The end of an attack.
 *
 * @param held whether the promise held
 * @param seen what was tried when it held, else the counter-example
 */
public record AttackResult(boolean held, String seen) {
    private static final int SHOWN = 3;

    static AttackResult held(String tried) {
        return new AttackResult(true, tried);
    }

    static AttackResult broken(String counterExample) {
        return new AttackResult(false, counterExample);
    }

    /** Held when there are no counter-examples; else the first few of them. */
    static AttackResult of(List<String> counterExamples, String tried) {
        if (counterExamples.isEmpty()) {
            return held(tried);
        }
        String more = counterExamples.size() > SHOWN ? " … and " + (counterExamples.size() - SHOWN) + " more" : "";
        return broken(String.join("; ", counterExamples.subList(0, Math.min(SHOWN, counterExamples.size()))) + more);
    }
}
