package dev.aisle.algorithms.privacy;

/** What an IAB GPP string says about sale, sharing and targeted ads. */
public enum GppSignal {
    /** No string, or no section about it. */
    ABSENT,
    /** The person was asked and didn't opt out. */
    NOT_OPTED_OUT,
    /** The person opted out. */
    OPTED_OUT
}
