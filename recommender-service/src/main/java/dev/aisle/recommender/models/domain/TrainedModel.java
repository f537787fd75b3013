package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.recommender.ranking.domain.LearnedRanker;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training made. All parts number the products alike: by their place in {@code productIds}, which are sorted.
 *
 * @param version names the model; later models have greater versions
 * @param origin algorithms, parameters, seed and fingerprint of the interactions: what it takes to train it again
 * @param productIds sorted
 * @param popularity interactions weighted by their age
 * @param similar neighbours of what the same people dealt with
 * @param boughtTogether neighbours of what was in the same baskets
 * @param als item factors
 * @param sessions visits by what they hold; of no visits in models from before there were any
 * @param ranker orders the candidates that the parts find; {@code null}: their blend does
 */
@SuppressWarnings("ArrayRecordComponent") // immutable by agreement: large, and shared by all requests
public record TrainedModel(
        String version,
        Instant trainedAt,
        Origin origin,
        String[] productIds,
        Popularity.Model popularity,
        ItemKnn.Model similar,
        ItemKnn.Model boughtTogether,
        AlsModel als,
        SessionNeighbours sessions,
        @Nullable LearnedRanker ranker) {
    public TrainedModel {
        int items = productIds.length;
        List<Integer> counts = List.of(
                popularity.itemCount(),
                similar.itemCount(),
                boughtTogether.itemCount(),
                als.itemCount(),
                sessions.itemCount());
        if (counts.stream().anyMatch(count -> count != items)) {
            throw new IllegalArgumentException("parts for " + counts + " products, expected " + items);
        }
    }

    /** A model without a ranker. */
    public TrainedModel(
            String version,
            Instant trainedAt,
            Origin origin,
            String[] productIds,
            Popularity.Model popularity,
            ItemKnn.Model similar,
            ItemKnn.Model boughtTogether,
            AlsModel als,
            SessionNeighbours sessions) {
        this(version, trainedAt, origin, productIds, popularity, similar, boughtTogether, als, sessions, null);
    }

    /** The same with a ranker. */
    public TrainedModel with(@Nullable LearnedRanker learned) {
        return new TrainedModel(
                version, trainedAt, origin, productIds, popularity, similar, boughtTogether, als, sessions, learned);
    }

    /** The same under another name. */
    public TrainedModel named(Learning.Name name) {
        return new TrainedModel(
                name.version(),
                name.trainedAt(),
                origin,
                productIds,
                popularity,
                similar,
                boughtTogether,
                als,
                sessions,
                ranker);
    }

    /** The number of a product; negative when the model doesn't know it. */
    public int indexOf(String productId) {
        return Arrays.binarySearch(productIds, productId);
    }

    /** How many products the model knows. */
    public int itemCount() {
        return productIds.length;
    }
}
