package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.offers.Allocation;
import dev.aisle.algorithms.offers.FairnessReport;
import dev.aisle.algorithms.offers.OfferTable;
import dev.aisle.algorithms.offers.StandInAudit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What goes with an allocation to people: the audit of what it was made from, and who got how much. */
final class OfferFairness {
    private static final int K = 20;
    private static final double THRESHOLD = 0.6;

    private OfferFairness() {}

    /** @throws InvalidInputException when a feature is protected or stands in for what is */
    static void audit(Input input, int customers) {
        JsonNode features = input.optional("features").orElse(null);
        if (features == null) {
            return;
        }
        if (!features.isObject()) {
            throw new InvalidInputException("features", "expected {name: [a number a customer, …]}");
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        features.propertyStream().forEach(feature -> {
            String field = "features." + feature.getKey();
            double[] numbers = Numbers.list(field, feature.getValue());
            if (numbers.length != customers) {
                throw new InvalidInputException(field, "expected a number a customer");
            }
            columns.put(feature.getKey(), numbers);
        });
        double threshold = input.optional("threshold").isPresent()
                ? Numbers.number("threshold", input.required("threshold"))
                : THRESHOLD;
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new InvalidInputException("threshold", "expected above 0.5 and at most 1");
        }
        StandInAudit.Finding finding =
                new StandInAudit(threshold).of(columns, isProtected(input.required("protected"), customers), 1);
        if (!finding.passed()) {
            throw new InvalidInputException(
                    "features." + finding.refused().getFirst(),
                    String.format(
                            Locale.ROOT,
                            "may not be used: protected attributes, or stand-ins that tell one (area under the curve of %.3f together, from %.2f on refused): %s",
                            finding.together(),
                            threshold,
                            String.join(", ", finding.refused())));
        }
    }

    private static boolean[] isProtected(JsonNode node, int customers) {
        if (!node.isArray() || node.size() != customers) {
            throw new InvalidInputException("protected", "expected true or false a customer");
        }
        boolean[] flags = new boolean[customers];
        for (int n = 0; n < customers; n++) {
            if (!node.get(n).isBoolean()) {
                throw new InvalidInputException("protected." + n, "expected true or false");
            }
            flags[n] = node.get(n).booleanValue();
        }
        return flags;
    }

    /** Puts the report, when groups are given; null is for a customer who didn't allow to be compared. */
    static void report(Input input, OfferTable table, Allocation allocation, ObjectNode output) {
        JsonNode groups = input.optional("groups").orElse(null);
        if (groups == null) {
            return;
        }
        if (!groups.isArray() || groups.size() != table.customers()) {
            throw new InvalidInputException("groups", "expected a name or null a customer");
        }
        List<String> names = new ArrayList<>();
        int[] groupOf = new int[groups.size()];
        for (int n = 0; n < groupOf.length; n++) {
            String name = groups.get(n).isNull() ? null : Input.text("groups." + n, groups.get(n));
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
            groupOf[n] = name == null ? -1 : names.indexOf(name);
        }
        int k = input.optional("k").isPresent() ? input.integer("k", 1) : K;
        FairnessReport report = FairnessReport.of(table, allocation, groupOf, names, k);
        ObjectNode fairness = output.putObject("fairness");
        ArrayNode rows = fairness.putArray("groups");
        report.groups()
                .forEach(group -> rows.addObject()
                        .put("group", group.name())
                        .put("people", group.people())
                        .put("share", group.share())
                        .put("mean_cost", group.meanCost())
                        .put("mean_value", group.meanValue()));
        fairness.put("hidden_people", report.hiddenPeople()).put("parity", report.parity());
    }
}
