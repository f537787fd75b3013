package dev.aisle.compute.functions;

import dev.aisle.algorithms.offpolicy.LoggedChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A log in the format of the Open Bandit Dataset, and the policy that is asked about: a probability an item, the same at each position. */
final class OpeLog {
    /** Added to the clicks and impressions of an item, so that a rare one isn't believed too soon. */
    private static final double PRIOR_CLICKS = 1;

    private static final double PRIOR_IMPRESSIONS = 200;

    private final List<Integer> items;
    private final List<Double> rewards;
    private final List<Double> propensities;
    private final int actions;

    OpeLog(Input input) {
        CsvColumns table = CsvColumns.of("logged", input.required("logged"));
        items = table.column("logged", "item_id").stream()
                .map(cell -> item("logged", cell))
                .toList();
        rewards = numbers(table, "click");
        propensities = numbers(table, "propensity_score");
        if (items.isEmpty()) {
            throw new InvalidInputException("logged", "the file has no choices");
        }
        int greatest = items.stream().mapToInt(Integer::intValue).max().orElse(0);
        actions = input.optional("actions").isPresent() ? input.integer("actions", greatest + 1) : greatest + 1;
    }

    private static int item(String field, String cell) {
        try {
            int item = Integer.parseInt(cell.strip());
            if (item >= 0) {
                return item;
            }
        } catch (NumberFormatException e) {
            // falls through to the same answer
        }
        throw new InvalidInputException(field, "item_id '" + cell + "': expected a whole number ≥ 0");
    }

    private static List<Double> numbers(CsvColumns table, String column) {
        return table.column("logged", column).stream()
                .map(cell -> number("logged", column, cell))
                .toList();
    }

    private static double number(String field, String column, String cell) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(field, column + " '" + cell + "': expected a number");
        }
    }

    List<LoggedChoice> choices(String policy) {
        double[] predicted = predicted();
        double[] wanted = policy.equals("uniform") ? uniform() : read(Input.file("evaluation_policy", policy));
        double direct = 0;
        for (int item = 0; item < actions; item++) {
            direct += wanted[item] * predicted[item];
        }
        List<LoggedChoice> choices = new ArrayList<>(items.size());
        for (int row = 0; row < items.size(); row++) {
            int item = items.get(row);
            double propensity = propensities.get(row);
            if (!(propensity > 0 && propensity <= 1)) {
                throw new InvalidInputException(
                        "logged", "line " + (row + 2) + ": propensity_score isn't in (0, 1]: " + propensity);
            }
            choices.add(new LoggedChoice(propensity, wanted[item], rewards.get(row), predicted[item], direct));
        }
        return choices;
    }

    /** A smoothed click rate an item. */
    private double[] predicted() {
        double[] clicks = new double[actions];
        double[] shown = new double[actions];
        for (int row = 0; row < items.size(); row++) {
            clicks[items.get(row)] += rewards.get(row);
            shown[items.get(row)]++;
        }
        double[] rates = new double[actions];
        for (int item = 0; item < actions; item++) {
            rates[item] = (clicks[item] + PRIOR_CLICKS) / (shown[item] + PRIOR_IMPRESSIONS);
        }
        return rates;
    }

    private double[] uniform() {
        double[] uniform = new double[actions];
        Arrays.fill(uniform, 1.0 / actions);
        return uniform;
    }

    private double[] read(Path file) {
        String field = "evaluation_policy";
        CsvColumns table = CsvColumns.read(field, file);
        List<String> names = table.column(field, "item_id");
        List<String> cells = table.column(field, "probability");
        TreeMap<Integer, Double> probabilities = new TreeMap<>();
        for (int row = 0; row < names.size(); row++) {
            int item = item(field, names.get(row));
            if (item >= actions) {
                throw new InvalidInputException(field, "item " + item + " isn't among the " + actions + " items");
            }
            if (probabilities.put(item, number(field, "probability", cells.get(row))) != null) {
                throw new InvalidInputException(field, "item " + item + " stands there twice");
            }
        }
        double[] wanted = new double[actions];
        probabilities.forEach((item, probability) -> wanted[item] = probability);
        double sum = Arrays.stream(wanted).sum();
        if (Math.abs(sum - 1) > 1e-6 || Arrays.stream(wanted).anyMatch(one -> one < 0)) {
            throw new InvalidInputException(field, "expected probabilities that sum to 1, were " + sum);
        }
        return wanted;
    }
}
