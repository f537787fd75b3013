package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A body as the panel may show it: without what opens something, and not longer than anybody reads. */
final class Shown {
    private static final Set<String> SECRETS = Set.of("token", "clickToken", "access_token", "oneTimeCode");
    private static final int MOST = 4_000;

    private Shown() {}

    static String of(JsonNode body) {
        if (body.isMissingNode() || body.isNull()) {
            return "";
        }
        JsonNode copy = body.deepCopy();
        hide(copy);
        String text = copy.toPrettyString();
        return text.length() <= MOST ? text : text.substring(0, MOST) + "\n…";
    }

    private static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            SECRETS.stream().filter(object::has).forEach(name -> object.put(name, "(hidden)"));
        }
        node.forEach(Shown::hide);
    }
}
