package dev.aisle.compute.functions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.flags.Buckets.Range;
import dev.aisle.algorithms.flags.FlagContext;
import dev.aisle.algorithms.flags.StickyBuckets;
import dev.aisle.algorithms.flags.StickyBuckets.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments of a case, read place by place. */
record FlagArguments(JsonNode args) {
    private static final ObjectMapper JSON = new ObjectMapper();

    FlagArguments {
        if (!args.isArray()) {
            throw new InvalidInputException("args", "expected a list");
        }
    }

    private JsonNode at(int place) {
        JsonNode value = args.path(place);
        if (value.isMissingNode()) {
            throw new InvalidInputException("args." + place, "missing");
        }
        return value;
    }

    String text(int place) {
        return Input.text("args." + place, at(place));
    }

    double number(int place) {
        return Numbers.number("args." + place, at(place));
    }

    int whole(int place) {
        return Input.integer("args." + place, at(place), Integer.MIN_VALUE);
    }

    double @Nullable [] optionalNumbers(int place) {
        return args.path(place).isArray() ? Numbers.list("args." + place, args.get(place)) : null;
    }

    FlagArguments list(int place) {
        return new FlagArguments(at(place));
    }

    List<Range> ranges(int place) {
        return at(place)
                .valueStream()
                .map(pair -> new Range(pair.path(0).asDouble(), pair.path(1).asDouble()))
                .toList();
    }

    @Nullable
    Object plain(int place) {
        return JSON.convertValue(at(place), Object.class);
    }

    Map<String, Object> object(int place) {
        return object("args." + place, at(place));
    }

    private static Map<String, Object> object(String field, JsonNode node) {
        if (!node.isObject()) {
            throw new InvalidInputException(field, "expected an object");
        }
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }

    Map<String, List<Object>> groups(int place) {
        JsonNode groups = args.path(place);
        return groups.isObject() ? convert("args." + place, groups, new TypeReference<>() {}) : Map.of();
    }

    private static <T> T convert(String field, JsonNode node, TypeReference<T> type) {
        try {
            return JSON.convertValue(node, type);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, "has another form than it should");
        }
    }

    List<Document> documents(int place) {
        return at(place).valueStream().map(FlagArguments::document).toList();
    }

    private static Document document(JsonNode node) {
        Map<String, String> assignments = convert("args.1", node.path("assignments"), new TypeReference<>() {});
        return new Document(
                node.path("attributeName").asText(), node.path("attributeValue").asText(), assignments);
    }

    FlagContext context(int place, @Nullable StickyBuckets sticky) {
        JsonNode node = at(place);
        String field = "args." + place;
        return new FlagContext(
                member(field, node, "attributes"),
                member(field, node, "features"),
                node.has("forcedVariations")
                        ? convert(field + ".forcedVariations", node.get("forcedVariations"), new TypeReference<>() {})
                        : Map.of(),
                node.has("savedGroups")
                        ? convert(field + ".savedGroups", node.get("savedGroups"), new TypeReference<>() {})
                        : Map.of(),
                node.path("enabled").asBoolean(true),
                node.path("qaMode").asBoolean(false),
                node.path("url").asText(""),
                member(field, node, "contextualBandits"),
                sticky);
    }

    private static Map<String, Object> member(String field, JsonNode node, String name) {
        return node.has(name) ? object(field + "." + name, node.get(name)) : Map.of();
    }
}
