package dev.aisle.algorithms.forecast.ets;

/** What a fit makes small. */
public enum Criterion {
    /** −2 log-likelihood; the usual. */
    LIKELIHOOD,
    /** Mean squared error of one step, for models of additive error; R's {@code ses} and {@code holt} take it. */
    MEAN_SQUARE
}
