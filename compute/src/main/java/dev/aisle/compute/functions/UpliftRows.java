package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.uplift.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The people of {@code uplift.fit}: rows of a CSV that are in one of two arms, with their place in the file. */
final class UpliftRows {
    private static final String CONSTANT = "intercept";

    private final CsvColumns table;
    private final int[] lines;
    private final List<String> arms;
    private final String arm;
    private final double[] outcome;
    private final List<double[]> features = new ArrayList<>();

    private UpliftRows(Input input) {
        table = CsvColumns.of("data", input.required("data"));
        String treatment = input.text("treatment");
        arms = table.column("treatment", treatment);
        arm = input.text("arm");
        String control = input.text("control");
        lines = IntStream.range(0, arms.size())
                .filter(n -> arms.get(n).equals(arm) || arms.get(n).equals(control))
                .toArray();
        check("arm", treatment, arm);
        check("control", treatment, control);
        if (arm.equals(control)) {
            throw new InvalidInputException("control", "expected another arm than arm");
        }
        outcome = numbers("outcome", table.column("outcome", input.text("outcome")));
        for (JsonNode name : input.required("features")) {
            add(Input.text("features", name));
        }
    }

    static UpliftRows of(Input input) {
        if (!input.required("features").isArray()) {
            throw new InvalidInputException("features", "expected a list of columns, or of column=value");
        }
        return new UpliftRows(input);
    }

    private void check(String field, String column, String value) {
        if (!arms.contains(value)) {
            Set<String> known = new TreeSet<>(arms);
            throw new InvalidInputException(
                    field,
                    "no row has '" + value + "' in " + column + "; there are "
                            + known.stream().limit(10).toList());
        }
    }

    /** A column of numbers; of texts, a 0 or 1 for each value but the first by alphabet; {@code column=value} is one of these. */
    private void add(String name) {
        List<String> header = table.rows().getFirst();
        int equals = name.indexOf('=');
        if (name.equals(CONSTANT) && !header.contains(CONSTANT)) {
            return;
        }
        if (equals > 0 && !header.contains(name)) {
            features.add(indicator(table.column("features", name.substring(0, equals)), name.substring(equals + 1)));
            return;
        }
        List<String> cells = table.column("features", name);
        if (IntStream.of(lines).allMatch(line -> isNumber(cells.get(line)))) {
            features.add(numbers("features", cells));
        } else {
            Set<String> values = new TreeSet<>();
            IntStream.of(lines).forEach(line -> values.add(cells.get(line)));
            values.stream().skip(1).forEach(value -> features.add(indicator(cells, value)));
        }
    }

    private double[] indicator(List<String> cells, String value) {
        return IntStream.of(lines)
                .mapToDouble(line -> cells.get(line).equals(value) ? 1 : 0)
                .toArray();
    }

    private static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private double[] numbers(String field, List<String> cells) {
        return IntStream.of(lines)
                .mapToDouble(line -> {
                    if (!isNumber(cells.get(line))) {
                        throw new InvalidInputException(
                                field, "line " + (line + 2) + ": expected a number, was '" + cells.get(line) + "'");
                    }
                    return Double.parseDouble(cells.get(line));
                })
                .toArray();
    }

    /**
     * Those of the people whose place in the file, from 0 and without the header, is taken.
     *
     * @throws InvalidInputException when an arm is empty
     */
    Trial trial(IntPredicate taken) {
        int[] rows = IntStream.range(0, lines.length)
                .filter(n -> taken.test(lines[n]))
                .toArray();
        double[][] rowsOfFeatures = new double[rows.length][features.size()];
        boolean[] treated = new boolean[rows.length];
        double[] outcomes = new double[rows.length];
        for (int n = 0; n < rows.length; n++) {
            for (int feature = 0; feature < features.size(); feature++) {
                rowsOfFeatures[n][feature] = features.get(feature)[rows[n]];
            }
            treated[n] = arms.get(lines[rows[n]]).equals(arm);
            outcomes[n] = outcome[rows[n]];
        }
        try {
            return new Trial(rowsOfFeatures, treated, outcomes);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("split", "a part is without one of the arms: " + e.getMessage());
        }
    }
}
