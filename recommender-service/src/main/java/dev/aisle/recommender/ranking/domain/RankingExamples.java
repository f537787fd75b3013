package dev.aisle.recommender.ranking.domain;

import dev.aisle.algorithms.ranking.ShownList;
import java.time.Instant;
import java.util.List;

/** Lists that a ranker may learn from: those of people who allow it, with what followed. */
@FunctionalInterface
public interface RankingExamples {
    /**
     * The lists of a time, also those that nothing followed; their features are those of {@link dev.aisle.recommender.serving.domain.rank.Features} in its
     * current version.
     */
    List<ShownList> between(Instant from, Instant until);
}
