package dev.aisle.bench.train;

import dev.aisle.algorithms.recommend.Interactions;
import java.util.List;

/** Implicit ALS of somebody. */
public interface Trainer extends AutoCloseable {
    /** Whose it is and how it solves. */
    String name();

    /** Takes over the interactions; what this costs isn't counted. */
    void load(Interactions train);

    /** Trains from nothing; what this costs is counted. */
    Scores fit(Setting setting, int iterations);

    /** Settings to choose from on the validation part. */
    List<Setting> grid();

    @Override
    void close();

    /**
     * What is tuned.
     *
     * @param regularisation λ
     * @param balance weight of what wasn't seen, or of what was: as the peer defines it
     */
    record Setting(double regularisation, double balance) {}

    /** A trained model. */
    @FunctionalInterface
    interface Scores {
        /** Scores all items for a person of the training. */
        void of(int user, float[] into);
    }
}
