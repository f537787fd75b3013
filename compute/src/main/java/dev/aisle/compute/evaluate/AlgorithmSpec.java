package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * An algorithm with the parameters it was asked for.
 *
 * @param label as it was asked for
 * @param contender ready to fit
 * @param parameters all of them, defaults too
 * @param tuned what a search found; empty when none was asked for
 * @param invited whether it came with {@code all}: then it is passed over where it can't take part
 */
record AlgorithmSpec(String label, Contender contender, Parameters parameters, Optional<Tuned> tuned, boolean invited) {
    private static final String ALL = "all";

    /**
     * The outcome of a search.
     *
     * @param trials settings that were asked for; of few choices there may be fewer different ones
     * @param method how, for the report
     * @param metric that was maximised on the validation part
     * @param score of the winner, on the whole validation part
     * @param tried each setting on each part of the questions, in the order it was tried
     */
    record Tuned(int trials, String method, String metric, double score, List<Tried> tried) {}

    /**
     * One setting of a search.
     *
     * @param share of the questions of the validation part that were asked
     * @param score as of {@link Tuned}; empty when the setting has no solution on the data
     */
    record Tried(Parameters parameters, double share, OptionalDouble score) {}

    /** How many settings to try on the validation part; 0 for the parameters as they are. */
    int tune() {
        return parameters.tune();
    }

    /** The same with every parameter that wasn't given drawn from its range. */
    AlgorithmSpec redrawn(SplittableRandom random) {
        Parameters redrawn = parameters.redrawn(random);
        return new AlgorithmSpec(label, KnownAlgorithms.of(contender.name(), redrawn), redrawn, tuned, invited);
    }

    /** The same as a search tries it: cheaper, where an algorithm has a cheaper form that ranks settings alike. */
    AlgorithmSpec hurried() {
        return new AlgorithmSpec(label, contender.hurried(), parameters, tuned, invited);
    }

    AlgorithmSpec with(Tuned found) {
        return new AlgorithmSpec(label, contender, parameters, Optional.of(found), invited);
    }

    /**
     * {@code popularity,itemknn:k=50,shrinkage=10,ials:rank=32}; a part that is only a parameter belongs to the algorithm before it. {@code all} stands
     * for every algorithm, {@code all:tune=20} for each with that.
     */
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
        return parts.stream().flatMap(AlgorithmSpec::expanded).toList();
    }

    private static Stream<AlgorithmSpec> expanded(String text) {
        boolean all = text.equals(ALL) || text.startsWith(ALL + ":");
        return all
                ? KnownAlgorithms.names().stream().map(name -> parse(name + text.substring(ALL.length()), true))
                : Stream.of(parse(text, false));
    }

    private static AlgorithmSpec parse(String text, boolean invited) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Map<String, String> given = new LinkedHashMap<>();
        if (colon >= 0) {
            Arrays.stream(text.substring(colon + 1).split("[,:]", -1)).forEach(pair -> put(given, name, pair));
        }
        Parameters parameters = Parameters.of(name, given);
        return new AlgorithmSpec(text, KnownAlgorithms.of(name, parameters), parameters, Optional.empty(), invited);
    }

    private static void put(Map<String, String> given, String name, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new UsageException("--algorithms: " + name + ": expected parameter=value, was '" + pair + "'");
        }
        given.put(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
    }
}
