package dev.aisle.algorithms.customers.imputation;

/** Where a value is from. */
public enum FillMethod {
    /** It was seen. */
    OBSERVED,
    /** Mean of the column. */
    MEAN,
    /** Median of the column. */
    MEDIAN,
    /** The most frequent value of the column, the least of equals. */
    MODE,
    /** On the line between the neighbours that were seen. */
    LINEAR_INTERPOLATION,
    /** Before the first or behind the last that was seen: that one. */
    NEAREST,
    /** Chained equations: a value that was seen in a row that resembles this one by the other columns. */
    CHAINED_MATCH,
    /** Chained equations: drawn around what the other columns predict. */
    CHAINED_DRAW
}
