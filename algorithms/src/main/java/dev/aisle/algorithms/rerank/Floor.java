package dev.aisle.algorithms.rerank;

import java.util.BitSet;

/**
 * At least this share of each beginning of the list: {@code ⌊share · k⌋} of the first k.
 *
 * @param members the candidates that count
 * @param share 0 to 1
 */
public record Floor(BitSet members, double share) {
    /** Rounding must not lose the member that an exact product asks for. */
    private static final double ROUNDING = 1e-9;

    /** Checks the number. */
    public Floor {
        Orders.checkShare("floor", share);
        members = (BitSet) members.clone();
    }

    /** How many of the first k must be members. */
    int due(int k) {
        return (int) Math.floor(share * k + ROUNDING);
    }
}
