package dev.aisle.algorithms.privacy.pii;

/**
 * A find.
 *
 * @param start its first character, counted in UTF-16 units as Java and JavaScript count
 * @param end behind its last character
 */
public record PiiSpan(PiiType type, int start, int end) {
    public PiiSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("expected 0 ≤ start < end, found " + start + " and " + end);
        }
    }

    boolean overlaps(PiiSpan other) {
        return start < other.end && other.start < end;
    }
}
