package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.ranking.TreeEnsemble;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trees that order candidates, and the features that they know. It lies in the file of the model that it was trained beside.
 *
 * @param version names it in answers
 * @param features version of the features
 * @param names of the features, in their order
 * @param summary of its training, in words
 */
public record LearnedRanker(
        String version, String features, List<String> names, TreeEnsemble trees, Map<String, String> summary) {
    /** The name of its part in a model file. */
    public static final String PART = "ranker";

    private static final String ALGORITHM = "algorithm";
    private static final String LAMBDAMART = "lambdamart";
    private static final String VERSION = "version";
    private static final String FEATURES = "features";
    private static final String NAMES = "names";

    /** @throws IllegalArgumentException when there are more or fewer names than features */
    public LearnedRanker {
        names = List.copyOf(names);
        summary = Map.copyOf(summary);
        if (names.size() != trees.featureCount()) {
            throw new IllegalArgumentException(names.size() + " names of " + trees.featureCount() + " features");
        }
    }

    /** Whether it was trained on these features. */
    public boolean knows(String version, List<String> ofService) {
        return features.equals(version) && names.equals(ofService);
    }

    /** What stands in the header of the file, by key. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>(summary);
        parameters.put(ALGORITHM, LAMBDAMART);
        parameters.put(VERSION, version);
        parameters.put(FEATURES, features);
        return parameters;
    }

    /** Adds the trees to a file. */
    public void store(ArtefactWriter into) {
        into.texts(NAMES, names.toArray(String[]::new));
        trees.store(into);
    }

    /** The ranker in a part of a file. */
    public static LearnedRanker read(Artefact from) {
        Map<String, String> parameters =
                new TreeMap<>(from.of(LAMBDAMART).origin().parameters());
        @Nullable String version = parameters.remove(VERSION);
        @Nullable String features = parameters.remove(FEATURES);
        parameters.remove(ALGORITHM);
        if (version == null || features == null) {
            throw from.contradiction("a version of the ranker and one of its features", parameters.keySet());
        }
        return new LearnedRanker(version, features, List.of(from.texts(NAMES)), TreeEnsemble.read(from), parameters);
    }
}
