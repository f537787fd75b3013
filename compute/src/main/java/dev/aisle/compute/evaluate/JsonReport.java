package dev.aisle.compute.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.compute.Json;
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
        var algorithms = root.putArray("algorithms");
        report.results().forEach(result -> algorithms.add(algorithm(result)));
        return root.toPrettyString() + "\n";
    }

    private static JsonNode algorithm(Result result) {
        ObjectNode node = Json.STRICT.createObjectNode();
        node.put("name", result.spec().algorithm().name())
                .put("label", result.spec().label());
        node.set(
                "parameters", Json.STRICT.valueToTree(result.spec().parameters().taken()));
        node.put("fitSeconds", result.fitSeconds()).put("recommendSeconds", result.recommendSeconds());
        node.put("peakBytes", result.peakBytes());
        node.set("metrics", metrics(result.metrics()));
        ObjectNode slices = node.putObject("slices");
        result.slices()
                .forEach((name, slice) ->
                        slices.putObject(name).put("users", slice.users()).set("metrics", metrics(slice.metrics())));
        return node;
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
}
