package dev.aisle.algorithms.recommend;

/** A recommender that can be fitted. Holds its parameters only. */
public interface Algorithm {
    /** The name in reports and configuration. */
    String name();

    /**
     * Fits a model.
     *
     * @param train what people did
     * @param progress is told of the work done and may cancel it
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    Model fit(Interactions train, Progress progress);
}
