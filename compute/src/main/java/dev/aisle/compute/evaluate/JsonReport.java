package dev.aisle.compute.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.PairedComparison.Pair;
import dev.aisle.compute.Json;
import dev.aisle.compute.evaluate.AlgorithmSpec.Tried;
import java.util.List;
import java.util.Map;

/** A report as JSON. */
final class JsonReport {
    private JsonReport() {}

    static String of(Report report) {
        Dataset data = report.data();
        ObjectNode root = Json.STRICT.createObjectNode();
        root.put("data", data.name()).put("split", data.split()).put("users", report.judgedUsers());
        root.put("trainUsers", data.train().userCount())
                .put("items", data.train().itemCount());
        root.put("trainPairs", data.train().size()).put("seenAreCandidates", data.seenAreCandidates());
        ArrayNode leftOut = root.putArray("leftOut");
        data.leftOut()
                .forEach(one -> leftOut.addObject()
                        .put("what", one.what())
                        .put("count", one.count())
                        .put("reason", one.reason()));
        ArrayNode absent = root.putArray("absent");
        report.absent()
                .forEach(one -> absent.addObject().put("label", one.label()).put("reason", one.reason()));
        ArrayNode algorithms = root.putArray("algorithms");
        report.results().forEach(result -> algorithms.add(algorithm(result)));
        root.set("significance", significance(report));
        return root.toPrettyString() + "\n";
    }

    private static JsonNode algorithm(Result result) {
        ObjectNode node = Json.STRICT.createObjectNode();
        node.put("name", result.spec().contender().name())
                .put("label", result.spec().label());
        node.set(
                "parameters", Json.STRICT.valueToTree(result.spec().parameters().taken()));
        result.spec()
                .tuned()
                .ifPresent(tuned -> tried(
                        node.putObject("validation")
                                .put("trials", tuned.trials())
                                .put("method", tuned.method())
                                .put("metric", tuned.metric())
                                .put("value", tuned.score()),
                        tuned.tried()));
        node.put("fitSeconds", result.fitSeconds()).put("recommendSeconds", result.recommendSeconds());
        node.put("peakBytes", result.peakBytes());
        node.set("metrics", metrics(result.metrics()));
        ObjectNode slices = node.putObject("slices");
        result.slices()
                .forEach((name, slice) -> slices.putObject(name)
                        .put("kind", slice.kind())
                        .put("users", slice.users())
                        .set("metrics", metrics(slice.metrics())));
        return node;
    }

    private static void tried(ObjectNode validation, List<Tried> tried) {
        ArrayNode array = validation.putArray("tried");
        for (Tried one : tried) {
            ObjectNode node = array.addObject();
            node.set("parameters", Json.STRICT.valueToTree(one.parameters().taken()));
            node.put("share", one.share());
            one.score().ifPresentOrElse(score -> node.put("value", score), () -> node.putNull("value"));
        }
    }

    private static JsonNode metrics(Map<String, Outcome> outcomes) {
        ObjectNode node = Json.STRICT.createObjectNode();
        outcomes.forEach((name, outcome) -> {
            ObjectNode metric = node.putObject(name);
            switch (outcome) {
                case Outcome.Estimate e ->
                    metric.put("value", e.value()).put("low", e.low()).put("high", e.high());
                case Outcome.Undefined u -> metric.putNull("value").put("reason", u.reason());
            }
        });
        return node;
    }

    /** By metric: every pair of algorithms by label, how far the first is above the second, and p before and after Holm. */
    private static JsonNode significance(Report report) {
        ObjectNode node = Json.STRICT.createObjectNode();
        report.significance().byMetric().forEach((metric, pairs) -> {
            ArrayNode array = node.putArray(metric);
            pairs.forEach(pair -> array.add(pair(report, pair)));
        });
        return node;
    }

    private static JsonNode pair(Report report, Pair pair) {
        ObjectNode node = Json.STRICT.createObjectNode();
        node.put("first", report.results().get(pair.first()).spec().label());
        node.put("second", report.results().get(pair.second()).spec().label());
        node.put("difference", pair.difference().value());
        node.put("low", pair.difference().low()).put("high", pair.difference().high());
        return node.put("p", pair.p())
                .put("adjusted", pair.adjusted())
                .put("significant", pair.adjusted() < Significance.LEVEL);
    }
}
