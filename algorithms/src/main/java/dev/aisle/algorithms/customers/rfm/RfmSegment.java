package dev.aisle.algorithms.customers.rfm;

/** Corners of the RFM cube by recency r and frequency f, the first that fits. */
public enum RfmSegment {
    /** r ≥ 4, f ≥ 4. */
    CHAMPIONS,
    /** r ≥ 3, f ≥ 4. */
    LOYAL,
    /** r ≥ 4, f ≥ 2. */
    POTENTIAL,
    /** r = 5, f = 1. */
    NEW,
    /** r ≤ 2, f ≥ 3. */
    AT_RISK,
    /** r ≤ 2. */
    HIBERNATING,
    /** Everyone else. */
    NEED_ATTENTION
}
