package dev.aisle.recommender.models.ranking;

import java.time.Duration;

/** Settings of a ranker: what tests change, and the usual ones. */
record PlainRanker(boolean learn, int leastLists, int leastReplayed, int trees) implements RankerConfig {
    @Override
    public int mostLists() {
        return 50_000;
    }

    @Override
    public int mostReplayed() {
        return 2_000;
    }

    @Override
    public Duration history() {
        return Duration.ofDays(28);
    }

    @Override
    public int depth() {
        return 3;
    }

    @Override
    public int threads() {
        return 2;
    }
}
