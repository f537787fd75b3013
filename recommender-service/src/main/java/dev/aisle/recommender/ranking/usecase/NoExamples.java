package dev.aisle.recommender.ranking.usecase;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.recommender.ranking.domain.RankingExamples;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Where nothing keeps the lists that were shown, there is nothing to learn from. */
@DefaultBean
@Singleton
final class NoExamples implements RankingExamples {
    @Override
    public List<ShownList> between(Instant from, Instant until) {
        return List.of();
    }
}
