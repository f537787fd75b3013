package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;

/** A recommender of the next item that can be fitted. Holds its parameters only. */
public interface SequenceAlgorithm {
    /** The name in reports and configuration. */
    String name();

    /**
     * Fits a model. Its histories are sessions: the oldest item first.
     *
     * @param progress is told of the work done and may cancel it
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    Model fit(Sessions train, Progress progress);
}
