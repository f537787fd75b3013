package dev.aisle.platform.identity;

import dev.aisle.contracts.privacy.v1.ConsentState;
import java.util.Optional;

/**
 * A person stands under another pseudonym now.
 *
 * @param pseudonym the one of the older key
 * @param successor the one of the newer
 */
public record Succession(String pseudonym, String successor) {
    private static final int LONGEST = 70;

    /** What a consent state says of it; empty when it says nothing, or nothing that can be. */
    public static Optional<Succession> of(ConsentState state) {
        boolean well = isName(state.getPseudonym())
                && isName(state.getSuccessor())
                && !state.getPseudonym().equals(state.getSuccessor());
        return well ? Optional.of(new Succession(state.getPseudonym(), state.getSuccessor())) : Optional.empty();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
