package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.ranking.ShownList;
import java.time.Instant;
import java.util.function.Consumer;

/** Lists that a ranker may learn from: those of people who allow it, with what followed. */
@FunctionalInterface
public interface RankingExamples {
    /** What it is worth that somebody looked at an item or chose it. */
    float GAIN_OF_CLICK = 1;

    /** What it is worth that somebody bought it. */
    float GAIN_OF_ORDER = 3;

    /**
     * Gives the lists of a time, the newest first, also those that nothing followed; their features are those of {@link FeatureNames} in its
     * current version.
     */
    void between(Instant from, Instant until, Consumer<ShownList> each);
}
