package dev.aisle.compute.functions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.flags.unleash.UnleashContext;
import dev.aisle.algorithms.flags.unleash.UnleashFile;
import dev.aisle.algorithms.flags.unleash.UnleashToggle;
import dev.aisle.algorithms.flags.unleash.UnleashVariant;
import dev.aisle.compute.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** {@code flags.unleash}: what Unleash gives a unit, so that a shop that comes from it can see who has what. */
final class FlagsUnleash implements Function {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Override
    public String name() {
        return "flags.unleash";
    }

    @Override
    public String summary() {
        return "Whether a toggle of Unleash is on for somebody, and in which variant.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["state","toggle","context"],"properties":{
                 "state":{"type":"object","description":"features and segments, as Unleash's client API gives them"},
                 "toggle":{"type":"string"},
                 "context":{"type":"object","description":"userId, sessionId, remoteAddress, environment, appName, currentTime; others in properties"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"state":{"features":[{"name":"new-till","enabled":true,"strategies":[{"name":"flexibleRollout","parameters":{"rollout":"50","stickiness":"default","groupId":"new-till"}}]}]},"toggle":"new-till","context":{"userId":"174"}}""");
    }

    @Override
    public JsonNode apply(Input input) {
        JsonNode state = input.required("state");
        if (!state.path("features").isArray()) {
            throw new InvalidInputException("state.features", "expected a list of toggles");
        }
        UnleashToggle toggle = UnleashFile.toggles(
                        PLAIN.convertValue(state, new TypeReference<Map<String, Object>>() {}))
                .get(input.text("toggle"));
        UnleashContext context = context(input.required("context"));
        ObjectNode output = Json.STRICT.createObjectNode().put("enabled", toggle != null && toggle.isOn(context));
        UnleashVariant variant = toggle == null ? null : toggle.variant(context);
        if (variant == null) {
            return output.putNull("variant");
        }
        output.put("variant", variant.name());
        return variant.payload() == null ? output : output.set("payload", PLAIN.valueToTree(variant.payload()));
    }

    private static UnleashContext context(JsonNode context) {
        Map<String, String> values = new HashMap<>();
        put(values, context);
        put(values, context.path("properties"));
        return new UnleashContext(values, () -> ThreadLocalRandom.current().nextDouble());
    }

    private static void put(Map<String, String> values, JsonNode from) {
        from.properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
    }
}
