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
            return new AlgorithmSpec(label, algorithm, parameters.taken());
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
                p.integer("k", preset.k()),
                p.number("shrinkage", preset.shrinkage()),
                p.choice("weighting", preset.weighting()),
                p.flag("normalised", preset.normalised()),
                p.integer("threads", preset.threads()));
    }

    private static Algorithm implicitAls(Parameters p) {
        ImplicitAls preset = ImplicitAls.withDefaults();
        return new ImplicitAls(
                p.integer("rank", preset.rank()),
                p.integer("iterations", preset.iterations()),
                p.number("unobserved", preset.unobserved()),
                p.number("regularisation", preset.regularisation()),
                p.number("exponent", preset.exponent()),
                p.whole("seed", preset.seed()),
                p.integer("threads", preset.threads()));
    }
}
