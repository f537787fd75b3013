package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.offers.OfferTable;
import dev.aisle.algorithms.offers.OfferTrials;
import dev.aisle.algorithms.offers.PersonalValues;
import dev.aisle.algorithms.offers.ResponseClasses;
import java.util.Arrays;

/** The table of {@code offers.allocate}: as it is given, or learned from what randomised offers led to. */
final class OfferRows {
    private OfferRows() {}

    static OfferTable of(Input input) {
        return input.optional("shown").isPresent() ? learned(input) : given(input);
    }

    private static OfferTable given(Input input) {
        JsonNode value = input.required("value");
        int offers = value.path(0).size();
        double[] values = rows("value", value, value.size(), offers);
        double[] costs = rows("expected_cost", input.required("expected_cost"), value.size(), offers);
        for (int n = 0; n < costs.length; n++) {
            notNegative("expected_cost." + n / offers + "." + n % offers, costs[n]);
        }
        return new OfferTable(Math.max(1, offers), values, costs);
    }

    private static OfferTable learned(Input input) {
        double[] discounts = Numbers.list("discounts", input.required("discounts"));
        int arms = discounts.length + 1;
        JsonNode shown = input.required("shown");
        int[] trials = counts("shown", shown, shown.size(), arms);
        int[] bought = counts("bought", input.required("bought"), shown.size(), arms);
        for (int n = 0; n < bought.length; n++) {
            if (bought[n] > trials[n]) {
                throw new InvalidInputException("bought." + n / arms + "." + n % arms, "expected at most shown");
            }
        }
        JsonNode margin = input.required("margin");
        double[] margins = Numbers.list("margin", margin);
        if (!margin.isArray()) {
            double same = margins[0];
            margins = new double[shown.size()];
            Arrays.fill(margins, same);
        }
        if (margins.length != shown.size()) {
            throw new InvalidInputException("margin", "expected a number, or one a customer");
        }
        for (int n = 0; n < discounts.length; n++) {
            notNegative("discounts." + n, discounts[n]);
        }
        OfferTrials log = new OfferTrials(arms, trials, bought);
        return PersonalValues.of(ResponseClasses.fit(log).chances(log), margins, discounts);
    }

    static double notNegative(String field, double number) {
        if (number < 0) {
            throw new InvalidInputException(field, "expected a number ≥ 0");
        }
        return number;
    }

    private static int[] counts(String field, JsonNode node, int customers, int arms) {
        double[] numbers = rows(field, node, customers, arms);
        int[] counts = new int[numbers.length];
        for (int n = 0; n < counts.length; n++) {
            counts[n] = (int) numbers[n];
            if (counts[n] != numbers[n] || counts[n] < 0) {
                throw new InvalidInputException(field + "." + n / arms + "." + n % arms, "expected a whole number ≥ 0");
            }
        }
        return counts;
    }

    private static double[] rows(String field, JsonNode node, int customers, int columns) {
        if (!node.isArray() || node.size() != customers) {
            throw new InvalidInputException(
                    field, "expected a list with a row a customer, as many as the other list has");
        }
        double[] flat = new double[Math.multiplyExact(customers, columns)];
        for (int customer = 0; customer < customers; customer++) {
            String row = field + "." + customer;
            double[] numbers = Numbers.list(row, node.get(customer));
            if (!node.get(customer).isArray() || numbers.length != columns || columns == 0) {
                throw new InvalidInputException(
                        row,
                        "expected a list of numbers, as many in each row and at least one"
                                + (columns == 0 ? "" : ": " + columns));
            }
            System.arraycopy(numbers, 0, flat, customer * columns, columns);
        }
        return flat;
    }
}
