package dev.aisle.local.attacks;

import java.util.List;

/**
 * The end of an attack.
 *
 * @param seen what was tried when the promise held, the counter-example when it didn't, why when it couldn't be tried
 */
public record AttackResult(Outcome outcome, String seen) {
    private static final int SHOWN = 3;

    /** The outcome of a promise. */
    public enum Outcome {
        /** It held. */
        HELD("held      ", "tried: "),
        /** It didn't. */
        BROKEN("BROKEN    ", "counter-example: "),
        /** This stack isn't set so that it can be tried: nothing is shown, for or against. */
        NOT_TRIED("not tried ", "why: ");

        private final String word;
        private final String before;

        Outcome(String word, String before) {
            this.word = word;
            this.before = before;
        }

        String word() {
            return word;
        }

        String before() {
            return before;
        }
    }

    static AttackResult held(String tried) {
        return new AttackResult(Outcome.HELD, tried);
    }

    static AttackResult broken(String counterExample) {
        return new AttackResult(Outcome.BROKEN, counterExample);
    }

    static AttackResult notTried(String why) {
        return new AttackResult(Outcome.NOT_TRIED, why);
    }

    /** Returns whether the promise held. */
    public boolean held() {
        return outcome == Outcome.HELD;
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
