package dev.aisle.campaign.campaigns.domain.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place at which two definitions differ.
 *
 * @param place JSON pointer
 * @param before {@code null} where there was nothing
 * @param after {@code null} where there is nothing any more
 */
public record Difference(
        String place, @Nullable JsonNode before, @Nullable JsonNode after) {
    /** All of them, by place. Lists are compared element by element. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> all = new ArrayList<>();
        collect("", before, after, all);
        return all;
    }

    private static void collect(String place, JsonNode before, JsonNode after, List<Difference> into) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(
                    place + "/" + name.replace("~", "~0").replace("/", "~1"),
                    before.path(name),
                    after.path(name),
                    into));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(place + "/" + i, before.path(i), after.path(i), into);
            }
        } else {
            into.add(new Difference(place, there(before), there(after)));
        }
    }

    private static @Nullable JsonNode there(JsonNode node) {
        return node instanceof MissingNode ? null : node;
    }
}
