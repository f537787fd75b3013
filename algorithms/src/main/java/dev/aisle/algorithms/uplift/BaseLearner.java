package dev.aisle.algorithms.uplift;

/** A regression that the uplift learners are made of. */
@FunctionalInterface
public interface BaseLearner {
    /**
     * Fits.
     *
     * @param features {@code rows × width}, finite
     * @param outcome one a row
     * @throws IllegalArgumentException when nothing can be fitted; the message names features
     */
    Prediction fit(double[][] features, double[] outcome);

    /** What a fitted regression expects. */
    @FunctionalInterface
    interface Prediction {
        /** Of a row of features, of the same width. */
        double of(double[] features);
    }
}
