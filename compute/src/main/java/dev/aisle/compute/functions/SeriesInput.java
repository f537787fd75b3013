package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a series and the numbers beside it. */
final class SeriesInput {
    private static final Pattern NAMED = Pattern.compile("([a-z]+(?:\\[\\d+])?): (.*)", Pattern.DOTALL);

    private SeriesInput() {}

    /** The values of {@code y}, with as many in a season as {@code period} says. */
    static Series series(Input input, int period) {
        return named(() -> Series.of(numbers("y", input.required("y")), period));
    }

    static int frequency(Input input) {
        return input.optional("frequency")
                .map(f -> Input.integer("frequency", f, 1))
                .orElse(1);
    }

    /** Per cent; 80 and 95 when there are none. */
    static Levels levels(Input input) {
        return input.optional("levels")
                .map(levels -> named(() -> Levels.of(numbers("levels", levels))))
                .orElse(Levels.USUAL);
    }

    static double number(Input input, String field, double otherwise) {
        return input.optional(field).map(n -> number(field, n)).orElse(otherwise);
    }

    static double number(String field, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new InvalidInputException(field, "expected a number");
        }
        return value.doubleValue();
    }

    /** A list of numbers, or a single one. */
    static double[] numbers(String field, JsonNode value) {
        if (value.isNumber()) {
            return new double[] {number(field, value)};
        }
        if (!value.isArray()) {
            throw new InvalidInputException(field, "expected a list of numbers");
        }
        double[] numbers = new double[value.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(field + "[" + i + "]", value.get(i));
        }
        return numbers;
    }

    static int[] wholes(String field, JsonNode value, int least) {
        return value.isArray()
                ? value.valueStream()
                        .mapToInt(each -> Input.integer(field, each, least))
                        .toArray()
                : new int[] {Input.integer(field, value, least)};
    }

    /** The mathematics' own errors begin with the field that is wrong. */
    static <T> T named(Supplier<T> computation) {
        try {
            return computation.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            Matcher named = NAMED.matcher(message);
            throw named.matches()
                    ? new InvalidInputException(named.group(1), named.group(2))
                    : new InvalidInputException("", message);
        }
    }
}
