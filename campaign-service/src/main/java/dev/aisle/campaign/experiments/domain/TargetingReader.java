package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.reading.Spot;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a condition on the context in GrowthBook's form, and which attributes it looks at. */
public final class TargetingReader {
    private static final Set<String> JOINING = Set.of("$and", "$or", "$nor");
    private static final int DEPTH = 10;
    private static final int MOST = 16_000;

    private TargetingReader() {}

    /** Reads it; an empty object where there is none. */
    public static JsonNode read(Spot spot) {
        if (spot.node().isMissingNode() || spot.node().isNull()) {
            return ExperimentReader.everybody();
        }
        if (!spot.node().isObject() || spot.node().toString().length() > MOST) {
            spot.wrong(
                    "Expected an object of at most " + MOST + " characters.",
                    "Write {\"country\": {\"$in\": [\"DE\", \"CN\"]}}, for instance.");
            return ExperimentReader.everybody();
        }
        check(spot, 1);
        return spot.node();
    }

    private static void check(Spot spot, int depth) {
        if (depth > DEPTH) {
            spot.wrong("A condition is at most " + DEPTH + " deep.", "Write it flatter.");
            return;
        }
        for (Map.Entry<String, JsonNode> part : spot.node().properties()) {
            String key = part.getKey();
            Spot inside = spot.at(key);
            if (JOINING.contains(key)) {
                inside.elements(1, 100, "conditions").forEach(one -> condition(one, depth + 1));
            } else if (key.equals("$not")) {
                condition(inside, depth + 1);
            } else if (key.startsWith("$")) {
                inside.wrong(
                        Spot.shown(key) + " doesn't stand here.",
                        "Name an attribute first: {\"country\": {\"$in\": [\"DE\"]}}; or use $and, $or, $nor, $not.");
            }
        }
    }

    private static void condition(Spot spot, int depth) {
        if (spot.node().isObject()) {
            check(spot, depth);
        } else {
            spot.wrong("Expected a condition, not " + spot.kind() + ".", "Write {\"country\": \"DE\"}.");
        }
    }

    /** The attributes that a condition looks at, without what is inside of them. */
    public static Set<String> attributes(JsonNode condition) {
        Set<String> all = new TreeSet<>();
        for (Map.Entry<String, JsonNode> part : condition.properties()) {
            String key = part.getKey();
            if (JOINING.contains(key)) {
                part.getValue().forEach(one -> all.addAll(attributes(one)));
            } else if (key.equals("$not")) {
                all.addAll(attributes(part.getValue()));
            } else {
                int dot = key.indexOf('.');
                all.add(dot < 0 ? key : key.substring(0, dot));
            }
        }
        return all;
    }
}
