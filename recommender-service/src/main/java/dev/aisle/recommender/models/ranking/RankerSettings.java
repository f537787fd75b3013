package dev.aisle.recommender.models.ranking;

import java.time.Duration;

/** The settings of a ranker as they go from one process to another. */
public record RankerSettings(
        boolean learn,
        int leastLists,
        int leastReplayed,
        int mostReplayed,
        int mostLists,
        Duration history,
        int trees,
        int depth,
        int threads)
        implements RankerConfig {
    /** The same as a record. */
    public static RankerSettings of(RankerConfig config) {
        return new RankerSettings(
                config.learn(),
                config.leastLists(),
                config.leastReplayed(),
                config.mostReplayed(),
                config.mostLists(),
                config.history(),
                config.trees(),
                config.depth(),
                config.threads());
    }
}
