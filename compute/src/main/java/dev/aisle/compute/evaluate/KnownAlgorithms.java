package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.compute.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The algorithms that can be asked for. A new one is a line here. */
final class KnownAlgorithms {
    private static final Map<String, Function<Parameters, Algorithm>> ALL = new TreeMap<>(Map.of(
            "popularity", KnownAlgorithms::popularity,
            "itemknn", KnownAlgorithms::itemKnn,
            "ials", KnownAlgorithms::implicitAls));

    private KnownAlgorithms() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static AlgorithmSpec of(String name, String label, Parameters parameters) {
        Function<Parameters, Algorithm> factory = ALL.get(name);
        if (factory == null) {
            throw new UsageException(
                    "--algorithms: unknown algorithm '" + name + "'; expected one of " + String.join(", ", names()));
        }
        try {
            Algorithm algorithm = factory.apply(parameters);
            parameters.refuseUnknown();
            return new AlgorithmSpec(label, algorithm, parameters);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--algorithms: " + e.getMessage());
        }
    }

    private static Algorithm popularity(Parameters p) {
        return new Popularity(p.flag("weighted", false));
    }

    private static Algorithm itemKnn(Parameters p) {
        ItemKnn preset = ItemKnn.withDefaults();
        return new ItemKnn(
                p.integer("k", preset.k(), Range.of(20, 1000)),
                p.number("shrinkage", preset.shrinkage(), Range.of(1, 1000)),
                p.choice("weighting", preset.weighting()),
                p.flag("normalised", preset.normalised()),
                p.integer("threads", preset.threads(), Range.NONE));
    }

    private static Algorithm implicitAls(Parameters p) {
        ImplicitAls preset = ImplicitAls.withDefaults();
        return new ImplicitAls(
                p.integer("rank", preset.rank(), Range.of(16, 128)),
                p.integer("iterations", preset.iterations(), Range.NONE),
                p.number("unobserved", preset.unobserved(), Range.of(1, 128)),
                p.number("regularisation", preset.regularisation(), Range.of(0.002, 0.2)),
                p.number("exponent", preset.exponent(), Range.NONE),
                p.whole("seed", preset.seed()),
                p.integer("threads", preset.threads(), Range.NONE));
    }
}
