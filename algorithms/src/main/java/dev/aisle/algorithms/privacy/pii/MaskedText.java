package dev.aisle.algorithms.privacy.pii;

import java.util.List;

/**
 * A text without what was found in it.
 *
 * @param text with a placeholder such as {@code [email]} for each find
 * @param found what stood in the original, in order
 */
public record MaskedText(String text, List<PiiSpan> found) {
    public MaskedText {
        found = List.copyOf(found);
    }
}
