package dev.aisle.training.deep;

import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.DeepAlgorithm;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.RecurrentNetwork;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import dev.aisle.recommender.models.outside.GivenOptions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which network is trained, and how; as {@code evaluate} names them.
 *
 * @param settings all of them, in words: the same settings are the same network
 */
record NetworkChoice(DeepAlgorithm algorithm, String settings) {
    private static final int ANY = 0;

    /** Settings under their names; who asks for one has taken it. */
    private static final class Settings {
        private final String network;
        private final Map<String, String> given;
        private final Set<String> taken = new HashSet<>();

        Settings(String network, Map<String, String> given) {
            this.network = network;
            this.given = given;
        }

        int whole(String key, int usual) {
            return (int) number(key, usual, "[0-9]{1,9}");
        }

        float number(String key, float usual) {
            return (float) number(key, usual, "[0-9]{0,9}(\\.[0-9]{1,9})?");
        }

        private double number(String key, double usual, String pattern) {
            taken.add(key);
            String text = given.get(key);
            if (text != null && (text.isEmpty() || !text.matches(pattern))) {
                throw new IllegalArgumentException("--network " + network + ": " + key + " is no number: " + text);
            }
            return text == null ? usual : Double.parseDouble(text);
        }

        void requireNoOther() {
            Set<String> others = new TreeSet<>(given.keySet());
            others.removeAll(taken);
            if (!others.isEmpty()) {
                throw new IllegalArgumentException("--network " + network + ": there is no " + String.join(", ", others)
                        + ", expected some of " + new TreeSet<>(taken));
            }
        }
    }

    /** @throws IllegalArgumentException when there is no such network or a setting is wrong */
    static NetworkChoice parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Settings settings =
                new Settings(name, GivenOptions.pairs("--network", colon < 0 ? "" : text.substring(colon + 1)));
        Network network = network(name, settings);
        TrainingPlan usual = TrainingPlan.withDefaults();
        TrainingPlan plan = new TrainingPlan(
                settings.whole("epochs", usual.epochs()),
                settings.whole("patience", usual.patience()),
                settings.whole("batch", usual.batch()),
                settings.number("rate", usual.rate()),
                settings.number("dropout", usual.dropout()),
                network instanceof FeatureNetwork ? Objective.RANKING : Objective.SOFTMAX,
                settings.whole("seed", (int) usual.seed()));
        settings.requireNoOther();
        return new NetworkChoice(new DeepAlgorithm(network, plan), network + " " + plan);
    }

    /** The same, which also learns what products are. */
    NetworkChoice knowing(ItemFeatures features) {
        return features.isEmpty() ? this : new NetworkChoice(algorithm.with(features), settings + " content");
    }

    private static Network network(String name, Settings settings) {
        return switch (name) {
            case SelfAttentionNetwork.NAME ->
                new SelfAttentionNetwork(
                        ANY,
                        settings.whole("width", 64),
                        settings.whole("layers", 2),
                        settings.whole("heads", 1),
                        settings.whole("window", 50));
            case RecurrentNetwork.NAME ->
                new RecurrentNetwork(ANY, settings.whole("width", 64), settings.whole("window", 50));
            case CaserNetwork.NAME ->
                new CaserNetwork(
                        ANY,
                        settings.whole("width", 64),
                        settings.whole("window", 5),
                        settings.whole("horizontal", 16),
                        settings.whole("vertical", 4));
            case FeatureNetwork.NAME ->
                new FeatureNetwork(
                        ANY, settings.whole("width", 32), settings.whole("window", 50), settings.whole("filters", 8));
            default ->
                throw new IllegalArgumentException(
                        "--network: there is no " + name + ", expected sasrec, gru4rec, caser or cnn");
        };
    }
}
