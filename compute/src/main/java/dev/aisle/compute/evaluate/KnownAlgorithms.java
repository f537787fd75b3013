package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Scale;
import dev.aisle.compute.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The algorithms that can be asked for. A new one is a line in its family. */
final class KnownAlgorithms {
    private static final Map<String, Function<Parameters, Contender>> ALL = all();

    /** Weights of the parts of a blend; those that aren't named count nothing. */
    private static final Map<String, Float> BLENDED = Map.of("itemknn", 0.4f, "ials", 0.6f, "popularity", 0.1f);

    private KnownAlgorithms() {}

    private static Map<String, Function<Parameters, Contender>> all() {
        Map<String, Function<Parameters, Contender>> all = new LinkedHashMap<>();
        PopularityFamily.addTo(all);
        NeighbourFamily.addTo(all);
        FactorFamily.addTo(all);
        SequenceFamily.addTo(all);
        DeepFamily.addTo(all);
        all.put("blend", KnownAlgorithms::blend);
        return all;
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Contender of(String name, Parameters parameters) {
        Function<Parameters, Contender> factory = ALL.get(name);
        if (factory == null) {
            throw new UsageException("--algorithms: unknown algorithm '" + name + "'; expected one of "
                    + String.join(", ", names()) + ", all");
        }
        try {
            Contender contender = factory.apply(parameters);
            parameters.refuseUnknown();
            return contender;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--algorithms: " + e.getMessage());
        }
    }

    private static Contender blend(Parameters p) {
        List<BlendContender.Part> parts = new ArrayList<>();
        for (String name : names()) {
            if (!name.equals("blend")) {
                boolean usual = BLENDED.containsKey(name);
                float weight = p.number(name, BLENDED.getOrDefault(name, 0f), usual ? Range.of(0.05, 1) : Range.NONE);
                if (weight != 0) {
                    parts.add(new BlendContender.Part(of(name, Parameters.of(name, Map.of())), weight));
                }
            }
        }
        return new BlendContender(parts, p.choice("scale", Scale.DEVIATION));
    }
}
