package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.ranking.LearnedRanker;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * @param added what not every model has
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
        Added added) {
    public TrainedModel {
        int items = productIds.length;
        NetworkModel network = added.network();
        List<Integer> counts = List.of(
                popularity.itemCount(),
                similar.itemCount(),
                boughtTogether.itemCount(),
                als.itemCount(),
                sessions.itemCount(),
                network == null ? items : network.itemCount());
        if (counts.stream().anyMatch(count -> count != items)) {
            throw new IllegalArgumentException("parts for " + counts + " products, expected " + items);
        }
    }

    /**
     * Parts that not every model has.
     *
     * @param ranker orders the candidates that the parts find; {@code null}: their blend does
     * @param network a deep network that was trained outside of this service
     * @param choice which mix serves where, and why; {@code null}: nothing was compared, the usual ones serve
     */
    public record Added(
            @Nullable LearnedRanker ranker,
            @Nullable NetworkModel network,
            @Nullable ChoiceReport choice) {
        /** None of them. */
        public static final Added NOTHING = new Added(null, null, null);
    }

    /** Orders the candidates; {@code null}: their blend does. */
    public @Nullable LearnedRanker ranker() {
        return added.ranker();
    }

    /** Expects what comes next; {@code null} in most models. */
    public @Nullable NetworkModel network() {
        return added.network();
    }

    /** Which mix serves where; {@code null} when nothing was compared. */
    public @Nullable ChoiceReport choice() {
        return added.choice();
    }

    /** The mix that serves at a kind of placement. */
    public Mix mixAt(PlacementKind kind) {
        return namedMixAt(kind).mix();
    }

    /** The same with its name. */
    public NamedMix namedMixAt(PlacementKind kind) {
        ChoiceReport choice = added.choice();
        return choice == null ? kind.usual() : choice.at(kind).chosen();
    }

    /** The same with a ranker. */
    public TrainedModel with(@Nullable LearnedRanker ranker) {
        return with(version, trainedAt, origin, new Added(ranker, added.network(), added.choice()));
    }

    /** The same with a choice of mixes. */
    public TrainedModel with(@Nullable ChoiceReport choice) {
        return with(version, trainedAt, origin, new Added(added.ranker(), added.network(), choice));
    }

    /**
     * The same with a network.
     *
     * @param settings it was trained with, in words
     */
    public TrainedModel with(NetworkModel network, String settings) {
        Map<String, String> parameters = new TreeMap<>(origin.parameters());
        parameters.put(ModelFile.NETWORK + ".algorithm", network.network().name());
        parameters.put(ModelFile.NETWORK_SETTINGS, settings);
        return with(
                version,
                trainedAt,
                Origin.of(origin.algorithm(), parameters, origin.seed(), origin.fingerprint()),
                new Added(added.ranker(), network, added.choice()));
    }

    /** The same with other item factors, of the same products. */
    public TrainedModel with(AlsModel factors) {
        return new TrainedModel(
                version, trainedAt, origin, productIds, popularity, similar, boughtTogether, factors, sessions, added);
    }

    /** Whether it has a part that no training in this service can learn: a network, or factors of a joint training. */
    public boolean learnedElsewhere() {
        return network() != null || origin.parameters().containsKey(JointFactors.SETTINGS);
    }

    /** The same, of which something more is known. */
    public TrainedModel with(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(origin.parameters());
        all.putAll(parameters);
        return with(version, trainedAt, Origin.of(origin.algorithm(), all, origin.seed(), origin.fingerprint()), added);
    }

    /** The same under another name. */
    public TrainedModel named(Learning.Name name) {
        return with(name.version(), name.trainedAt(), origin, added);
    }

    private TrainedModel with(String newVersion, Instant newTrainedAt, Origin newOrigin, Added newAdded) {
        return new TrainedModel(
                newVersion,
                newTrainedAt,
                newOrigin,
                productIds,
                popularity,
                similar,
                boughtTogether,
                als,
                sessions,
                newAdded);
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
