package dev.aisle.algorithms.rerank;

/**
 * At most so many candidates of each group.
 *
 * @param groups the group of each candidate; {@link #NONE} where it has none and nothing is counted
 * @param most of a group, ≥ 1
 */
@SuppressWarnings("ArrayRecordComponent") // made for one list, read only
public record Cap(int[] groups, int most) {
    /** The group of what belongs to none. */
    public static final int NONE = -1;

    /** Checks the number. */
    public Cap {
        if (most < 1) {
            throw new IllegalArgumentException("cap: expected at least 1, was " + most);
        }
    }
}
