package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** recommender-service: lists with their reasons, search, and conversations for the chat element. */
public final class Recommender {
    private final Calls calls;

    Recommender(Calls calls) {
        this.calls = calls;
    }

    /** The best for somebody at a placement; of nobody, or without a consent, what is popular. */
    public JsonNode recommended(String placement, Optional<String> pseudonym, String locale, int size) {
        ObjectNode body = wish(locale, size).put("placement", placement);
        pseudonym.ifPresent(subject -> body.put("subject", subject));
        return calls.post(Kind.LIST, "/v1/recommendations", body).json();
    }

    /** Products like this one. */
    public JsonNode similar(String productId, String locale, int size) {
        ObjectNode body = wish(locale, size);
        body.putArray("productIds").add(productId);
        return calls.post(Kind.LIST, "/v1/recommendations/similar", body).json();
    }

    private static ObjectNode wish(String locale, int size) {
        return Reply.JSON
                .createObjectNode()
                .put("size", size)
                .put("explain", true)
                .put("locale", locale);
    }

    /** What was found, by words and by meaning. */
    public JsonNode found(String words, String locale, int size) {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return calls.get(Kind.LIST, "/v1/search?locale=" + locale + "&size=" + size + "&q=" + query)
                .json();
    }

    /** A conversation for somebody, or for nobody known; the page gets the answer as it is. */
    public Reply conversation(Optional<String> pseudonym, JsonNode wish) {
        ObjectNode body =
                Reply.JSON.createObjectNode().put("locale", wish.path("locale").asText("en"));
        body.put("subject", pseudonym.orElse(null));
        if (!wish.path("page").path("productId").asText().isEmpty()) {
            body.set("page", wish.path("page"));
        }
        return calls.post(Kind.CHAT, "/v1/conversations", body);
    }
}
