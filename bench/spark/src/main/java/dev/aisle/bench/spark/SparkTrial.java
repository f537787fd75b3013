package dev.aisle.bench.spark;

import dev.aisle.bench.train.Trial;

/** The process in which Spark is measured: the same steps on the same data as {@link Trial}. */
public final class SparkTrial {
    private SparkTrial() {}

    /** As {@link Trial#run}. */
    public static void main(String[] arguments) {
        Trial.run(arguments, SparkTrainer::new);
        // Spark leaves threads behind.
        System.exit(0);
    }
}
