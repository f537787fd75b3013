package dev.aisle.recommender.models.choice;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.recommender.models.choice.PlacementChoice.RunnerUp;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A choice as texts in the header of a model file; see {@link #PREFIX}. */
public final class ChoiceParameters {
    /** All keys begin so. */
    public static final String PREFIX = "choice.";

    private static final String BASIS = PREFIX + "basis";
    private static final String BETWEEN = " ";

    private ChoiceParameters() {}

    /** As parameters of a model file. */
    public static Map<String, String> of(ChoiceReport report) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put(BASIS, report.basis());
        for (PlacementChoice choice : report.placements()) {
            String key = PREFIX + choice.placement() + ".";
            parameters.put(key + "name", choice.chosen().name());
            parameters.put(key + "mix", numbers(choice.chosen().mix()));
            parameters.put(key + "metric", choice.metric());
            parameters.put(key + "people", Integer.toString(choice.people()));
            parameters.put(key + "explanation", choice.explanation());
            put(parameters, key + "figure", choice.figure());
            RunnerUp second = choice.runnerUp();
            if (second != null) {
                parameters.put(key + "runnerUp", second.name());
                parameters.put(key + "runnerUp.value", Double.toString(second.value()));
                put(parameters, key + "runnerUp.difference", second.difference());
            }
            choice.sorted().forEach((name, mean) -> parameters.put(key + "compared." + name, Double.toString(mean)));
        }
        return parameters;
    }

    /**
     * Reads it back.
     *
     * @return empty when a file has none
     * @throws IllegalArgumentException when something is missing or wrong
     */
    public static Optional<ChoiceReport> read(Map<String, String> parameters) {
        String basis = parameters.get(BASIS);
        if (basis == null) {
            return Optional.empty();
        }
        List<PlacementChoice> choices = new ArrayList<>();
        for (PlacementKind kind : PlacementKind.values()) {
            if (parameters.containsKey(PREFIX + kind.label() + ".name")) {
                choices.add(choice(kind, parameters));
            }
        }
        return Optional.of(new ChoiceReport(choices, basis));
    }

    private static PlacementChoice choice(PlacementKind kind, Map<String, String> parameters) {
        String key = PREFIX + kind.label() + ".";
        try {
            Estimate difference = estimate(parameters.get(key + "runnerUp.difference"));
            RunnerUp second = difference == null
                    ? null
                    : new RunnerUp(
                            text(parameters, key + "runnerUp"),
                            Double.parseDouble(text(parameters, key + "runnerUp.value")),
                            difference);
            return new PlacementChoice(
                    kind.label(),
                    new NamedMix(text(parameters, key + "name"), mix(text(parameters, key + "mix"))),
                    text(parameters, key + "metric"),
                    Integer.parseInt(text(parameters, key + "people")),
                    estimate(parameters.get(key + "figure")),
                    second,
                    compared(key + "compared.", parameters),
                    text(parameters, key + "explanation"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "what it says of the mix at " + kind.label() + " is broken: " + e.getMessage(), e);
        }
    }

    private static Map<String, Double> compared(String prefix, Map<String, String> parameters) {
        Map<String, Double> compared = new HashMap<>();
        parameters.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                compared.put(key.substring(prefix.length()), Double.valueOf(value));
            }
        });
        return compared;
    }

    private static String text(Map<String, String> parameters, String key) {
        String text = parameters.get(key);
        if (text == null) {
            throw new IllegalArgumentException("it has a choice of mixes without " + key);
        }
        return text;
    }

    private static void put(Map<String, String> parameters, String key, @Nullable Estimate estimate) {
        if (estimate != null) {
            parameters.put(key, estimate.value() + BETWEEN + estimate.low() + BETWEEN + estimate.high());
        }
    }

    private static @Nullable Estimate estimate(@Nullable String text) {
        if (text == null) {
            return null;
        }
        double[] numbers = numbers(text, 3);
        return new Estimate(numbers[0], numbers[1], numbers[2]);
    }

    private static String numbers(Mix mix) {
        return String.join(
                BETWEEN,
                Float.toString(mix.similar()),
                Float.toString(mix.boughtTogether()),
                Float.toString(mix.sessions()),
                Float.toString(mix.factors()),
                Float.toString(mix.popularInCategory()),
                Float.toString(mix.popularity()),
                Float.toString(mix.network()));
    }

    private static Mix mix(String text) {
        double[] weights = numbers(text, 7);
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Float.MAX_VALUE)) {
                throw new IllegalArgumentException("it has a mix with the weight " + weight);
            }
        }
        return new Mix(
                (float) weights[0],
                (float) weights[1],
                (float) weights[2],
                (float) weights[3],
                (float) weights[4],
                (float) weights[5],
                (float) weights[6]);
    }

    private static double[] numbers(String text, int expected) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != expected) {
            throw new IllegalArgumentException("expected " + expected + " numbers, was " + text);
        }
        double[] numbers = new double[expected];
        for (int place = 0; place < expected; place++) {
            numbers[place] = Double.parseDouble(parts[place]);
        }
        return numbers;
    }
}
