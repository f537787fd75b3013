package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions;
import java.util.Optional;
import java.util.ServiceLoader;

/** Trains networks. Found by {@link ServiceLoader}, since it needs a native library that nobody else should load. */
public interface NetworkTrainer {
    /** The one on the class path. */
    static Optional<NetworkTrainer> find() {
        return ServiceLoader.load(NetworkTrainer.class).findFirst();
    }

    /** What has to be installed before anything can be trained here, in words; empty when nothing. */
    Optional<String> missing();

    /**
     * Trains.
     *
     * @param network of as many items as the sessions have
     * @param progress is told of the batches done and may cancel it
     * @throws java.util.concurrent.CancellationException when the progress says so
     * @throws IllegalStateException when something is {@link #missing}
     * @throws ArithmeticException when the training diverges, or there is no session of two items
     */
    default NetworkModel train(Network network, TrainingPlan plan, Sessions sessions, Progress progress) {
        return train(network, plan, sessions, ItemFeatures.NONE, progress);
    }

    /**
     * The same of a network that knows features of the items. Items that no session has get a place by their features alone.
     *
     * @param features of as many items as the network has, or none
     * @throws IllegalArgumentException when they are of another number of items
     */
    NetworkModel train(Network network, TrainingPlan plan, Sessions sessions, ItemFeatures features, Progress progress);
}
