package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.compute.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An algorithm with the parameters it was asked for.
 *
 * @param label as it was asked for
 * @param algorithm ready to fit
 * @param parameters all of them, defaults too
 */
record AlgorithmSpec(String label, Algorithm algorithm, Parameters parameters) {
    /** How many settings to try on the validation part; 0 for the parameters as they are. */
    int tune() {
        return parameters.tune();
    }

    /** The same with every parameter that wasn't given drawn from its range. */
    AlgorithmSpec redrawn(SplittableRandom random) {
        return KnownAlgorithms.of(algorithm.name(), label, parameters.redrawn(random));
    }

    /** {@code popularity,itemknn:k=50,shrinkage=10,ials:rank=32}; a part that is only a parameter belongs to the algorithm before it. */
    static List<AlgorithmSpec> parseAll(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("[,;]", -1)) {
            boolean parameter = part.contains("=") && !part.contains(":");
            if (parameter && !parts.isEmpty()) {
                String last = parts.removeLast();
                parts.add(last + (last.contains(":") ? "," : ":") + part.trim());
            } else {
                parts.add(part.trim());
            }
        }
        List<String> asked = parts.equals(List.of("all")) ? KnownAlgorithms.names() : parts;
        return asked.stream().map(AlgorithmSpec::parse).toList();
    }

    private static AlgorithmSpec parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Map<String, String> given = new LinkedHashMap<>();
        if (colon >= 0) {
            Arrays.stream(text.substring(colon + 1).split("[,:]", -1)).forEach(pair -> put(given, name, pair));
        }
        return KnownAlgorithms.of(name, text, Parameters.of(name, given));
    }

    private static void put(Map<String, String> given, String name, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new UsageException("--algorithms: " + name + ": expected parameter=value, was '" + pair + "'");
        }
        given.put(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
    }
}
