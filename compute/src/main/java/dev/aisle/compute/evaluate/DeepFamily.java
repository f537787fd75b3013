package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.DeepAlgorithm;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.RecurrentNetwork;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import java.util.Map;
import java.util.function.Function;

/** Networks. Their number of items is that of the data. */
final class DeepFamily {
    private static final int ANY = 0;
    private static final Range WIDTHS = Range.of(32, 128);

    private DeepFamily() {}

    /** Adds its algorithms. */
    static void addTo(Map<String, Function<Parameters, Contender>> all) {
        all.put(SelfAttentionNetwork.NAME, DeepFamily::selfAttention);
        all.put(RecurrentNetwork.NAME, DeepFamily::recurrent);
        all.put(CaserNetwork.NAME, DeepFamily::caser);
        all.put(FeatureNetwork.NAME, DeepFamily::features);
    }

    private static Contender selfAttention(Parameters p) {
        return contender(
                new SelfAttentionNetwork(
                        ANY,
                        p.integer("width", 64, Range.NONE),
                        p.integer("layers", 2, Range.of(1, 3)),
                        p.integer("heads", 1, Range.NONE),
                        p.integer("window", 50, Range.NONE)),
                Objective.SOFTMAX,
                p);
    }

    private static Contender recurrent(Parameters p) {
        return contender(
                new RecurrentNetwork(ANY, p.integer("width", 64, WIDTHS), p.integer("window", 50, Range.NONE)),
                Objective.SOFTMAX,
                p);
    }

    private static Contender caser(Parameters p) {
        return contender(
                new CaserNetwork(
                        ANY,
                        p.integer("width", 64, WIDTHS),
                        p.integer("window", 5, Range.of(3, 9)),
                        p.integer("horizontal", 16, Range.NONE),
                        p.integer("vertical", 4, Range.NONE)),
                Objective.SOFTMAX,
                p);
    }

    private static Contender features(Parameters p) {
        FeatureNetwork network = new FeatureNetwork(
                ANY,
                p.integer("width", 32, Range.NONE),
                p.integer("window", 50, Range.NONE),
                p.integer("filters", 8, Range.NONE));
        return contender(network, p.drawnFlag("ranking", false) ? Objective.RANKING : Objective.SQUARED, p);
    }

    private static Contender contender(Network network, Objective objective, Parameters p) {
        TrainingPlan preset = TrainingPlan.withDefaults();
        boolean content = p.flag("content", false);
        return new DeepContender(
                new DeepAlgorithm(
                        network,
                        new TrainingPlan(
                                p.integer("epochs", preset.epochs(), Range.NONE),
                                p.integer("patience", preset.patience(), Range.NONE),
                                p.integer("batch", preset.batch(), Range.NONE),
                                p.number("rate", preset.rate(), Range.of(0.0007, 0.004)),
                                p.number("dropout", preset.dropout(), Range.of(0.1, 0.6)),
                                objective,
                                p.whole("seed", preset.seed()))),
                content);
    }
}
