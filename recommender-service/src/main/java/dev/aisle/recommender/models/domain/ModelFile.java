package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.algorithms.sequence.VmisKnn;
import dev.aisle.recommender.models.choice.ChoiceParameters;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.domain.TrainedModel.Added;
import dev.aisle.recommender.models.ranking.LearnedRanker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * A model in a file of {@link Artefact}: the parts {@code popularity}, {@code similar}, {@code together}, {@code als} and {@code sessions}, {@code ranker} when one was
 * learned, {@code network} when one was trained, the product ids, and in the header the version, the moment of the training, the origin and which mixes
 * serve.
 */
public final class ModelFile {
    private static final String VERSION = "version";
    private static final String TRAINED_AT = "trainedAt";
    private static final String PRODUCTS = "products";
    private static final String RANKER = LearnedRanker.PART + ".";

    /** The name of the network's part. */
    static final String NETWORK = "network";

    /** The parameter that says how a network was trained. */
    static final String NETWORK_SETTINGS = NETWORK + ".parameters";

    private static final String NETWORK_KIND = NETWORK + ".algorithm";

    private ModelFile() {}

    /** Writes it: whoever opens the path finds a whole file or none. The folder exists. */
    public static void write(TrainedModel model, Path path) throws IOException {
        Origin origin = model.origin();
        Map<String, String> parameters = new HashMap<>(origin.parameters());
        parameters.put(VERSION, model.version());
        parameters.put(TRAINED_AT, model.trainedAt().toString());
        LearnedRanker ranker = model.ranker();
        if (ranker != null) {
            ranker.parameters().forEach((key, value) -> parameters.put(RANKER + key, value));
        }
        ChoiceReport choice = model.choice();
        if (choice != null) {
            parameters.putAll(ChoiceParameters.of(choice));
        }
        NetworkModel network = model.network();
        parameters.keySet().removeIf(key -> network == null && key.startsWith(NETWORK + "."));
        if (network != null) {
            parameters.put(NETWORK_KIND, network.network().name());
        }
        ArtefactWriter file = new ArtefactWriter(
                        Origin.of(origin.algorithm(), parameters, origin.seed(), origin.fingerprint()))
                .texts(PRODUCTS, model.productIds())
                .part("popularity", model.popularity()::store)
                .part("similar", model.similar()::store)
                .part("together", model.boughtTogether()::store)
                .part("als", model.als()::store)
                .part("sessions", model.sessions()::store);
        if (ranker != null) {
            file.part(LearnedRanker.PART, ranker::store);
        }
        if (network != null) {
            file.part(NETWORK, network::store);
        }
        file.write(path);
    }

    /**
     * Reads it; all of it is checked first.
     *
     * @throws dev.aisle.algorithms.artefact.UnreadableArtefactException when it is cut, foreign, corrupted or newer; with the reason
     */
    public static TrainedModel read(Path path) throws IOException {
        Artefact file = Artefact.open(path).of(Learning.ALGORITHM);
        Map<String, String> parameters = new HashMap<>(file.origin().parameters());
        String version = parameters.remove(VERSION);
        String trainedAt = parameters.remove(TRAINED_AT);
        Map<String, String> chosen = taken(parameters, ChoiceParameters.PREFIX);
        boolean ranked = parameters.keySet().removeIf(key -> key.startsWith(RANKER));
        if (version == null || trainedAt == null) {
            throw file.contradiction("a version and a time", parameters.keySet());
        }
        try {
            return new TrainedModel(
                    version,
                    Instant.parse(trainedAt),
                    Origin.of(
                            file.origin().algorithm(),
                            parameters,
                            file.origin().seed(),
                            file.origin().fingerprint()),
                    file.texts(PRODUCTS),
                    Popularity.Model.read(file.part("popularity")),
                    ItemKnn.Model.read(file.part("similar")),
                    ItemKnn.Model.read(file.part("together")),
                    AlsModel.read(file.part("als")),
                    sessions(file),
                    new Added(
                            ranked ? LearnedRanker.read(file.part(LearnedRanker.PART)) : null,
                            parameters.containsKey(NETWORK_KIND) ? NetworkModel.read(file.part(NETWORK)) : null,
                            ChoiceParameters.read(chosen).orElse(null)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw file.contradiction("parts that fit each other", String.valueOf(e.getMessage()));
        }
    }

    /** Which parts a model has that no training in this service can learn, and how they were learned, by the parameters of its origin; empty without any. */
    public static String learnedElsewhere(Map<String, String> parameters) {
        String kind = parameters.get(NETWORK_KIND);
        String network = kind == null ? "" : kind + " " + parameters.getOrDefault(NETWORK_SETTINGS, "");
        String joint = parameters.get(JointFactors.SETTINGS);
        return joint == null ? network : (network + " joint " + joint).strip();
    }

    /** Takes out what begins so. */
    private static Map<String, String> taken(Map<String, String> parameters, String prefix) {
        Map<String, String> taken = new HashMap<>(parameters);
        taken.keySet().removeIf(key -> !key.startsWith(prefix));
        parameters.keySet().removeAll(taken.keySet());
        return taken;
    }

    /** Models from before there were visits go on serving, without any. */
    private static SessionNeighbours sessions(Artefact file) {
        return file.origin().parameters().containsKey("sessions.algorithm")
                ? VmisKnn.read(file.part("sessions"))
                : Recipe.Visits.none(file.texts(PRODUCTS).length);
    }
}
