package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.evaluate.Evaluation;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import dev.aisle.algorithms.evaluate.ResponseRates;
import dev.aisle.algorithms.evaluate.ResponseRates.Response;
import dev.aisle.compute.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code recommend.metrics}: every metric of lists. */
final class RecommendMetrics implements Function {
    private static final int SAMPLES = 200;

    @Override
    public String name() {
        return "recommend.metrics";
    }

    @Override
    public String summary() {
        return "Every metric of ranked lists, as far as the input knows what it needs; and what came of impressions.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["run","truth","k"],"properties":{
                 "run":{"description":"user to items, best first; or the path of a trec run file","type":["object","string"]},
                 "truth":{"description":"user to items; or the path of a trec qrels file","type":["object","string"]},
                 "k":{"description":"one length or several","type":["integer","array"]},
                 "items":{"description":"number of items in the catalogue, or all their ids; default: all that occur",
                  "type":["integer","array"]},
                 "trainPopularity":{"type":"object","description":"item to the number of people who had it in training"},
                 "trainUsers":{"type":"integer","description":"people in training, for novelty; without it shares are of all interactions"},
                 "histories":{"type":"object","description":"user to the items the list was made from"},
                 "attributes":{"type":"object","description":"item to {name: value or [value, …]}; price is a number, category and brand are texts"},
                 "groups":{"type":"object","description":"user to a group, for parity"},
                 "responses":{"type":"object","description":"user to {impressions, clicks, purchases, revenue}"},
                 "seed":{"type":"integer","description":"of the bootstrap","default":1}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"run":{"anna":["tea","milk","soap"],"bob":["soap","tea","rice"]},"truth":{"anna":["milk"],"bob":["bread","tea"]},
                 "k":[1,3],"items":5,"trainPopularity":{"tea":3,"milk":2,"soap":1,"rice":1,"bread":1},"trainUsers":4}""");
    }

    @Override
    public JsonNode apply(Input input) {
        MetricsInput parsed = MetricsInput.of(input);
        long seed = input.optional("seed").isPresent() ? input.integer("seed", 0) : 1;
        Map<String, Outcome> outcomes =
                new LinkedHashMap<>(new Evaluation(parsed.catalogue(), parsed.traits(), SAMPLES, seed)
                        .of(parsed.panel(), parsed.cutoffs())
                        .outcomes());
        input.optional("responses")
                .ifPresent(node -> outcomes.putAll(ResponseRates.of(responses(node), SAMPLES, seed)));
        return json(outcomes);
    }

    private static List<Response> responses(JsonNode node) {
        if (!node.isObject()) {
            throw new InvalidInputException("responses", "expected {user: {impressions, clicks, purchases, revenue}}");
        }
        return node.propertyStream()
                .map(e -> response("responses." + e.getKey(), new Input(e.getValue())))
                .toList();
    }

    private static Response response(String field, Input one) {
        try {
            return new Response(
                    one.integer("impressions", 0),
                    one.optional("clicks").isPresent() ? one.integer("clicks", 0) : 0,
                    one.optional("purchases").isPresent() ? one.integer("purchases", 0) : 0,
                    one.optional("revenue").map(JsonNode::doubleValue).orElse(0.0));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, String.valueOf(e.getMessage()));
        }
    }

    /** The values by name, then their intervals; what has no value is null and has a reason. */
    private static JsonNode json(Map<String, Outcome> outcomes) {
        ObjectNode output = Json.STRICT.createObjectNode();
        ObjectNode intervals = Json.STRICT.createObjectNode();
        ObjectNode reasons = Json.STRICT.createObjectNode();
        outcomes.forEach((name, outcome) -> {
            switch (outcome) {
                case Estimate e -> {
                    output.put(name, e.value());
                    intervals.putArray(name).add(e.low()).add(e.high());
                }
                case Undefined u -> {
                    output.putNull(name);
                    reasons.put(name, u.reason());
                }
            }
        });
        output.set("intervals", intervals);
        if (!reasons.isEmpty()) {
            output.set("reason", reasons);
        }
        return output;
    }
}
