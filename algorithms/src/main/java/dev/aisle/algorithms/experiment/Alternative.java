package dev.aisle.algorithms.experiment;

/** What is asked of an effect. */
public enum Alternative {
    /** Whether there is one. */
    TWO_SIDED,
    /** Whether it is above 0. */
    GREATER,
    /** Whether it is below 0. */
    LESSER
}
