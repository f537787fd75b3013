package dev.aisle.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.stack.Part;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The calls that a shop's gateway makes, each ready to be sent. */
public final class Storefront {
    private static final String STOREFRONT = "storefront";

    private Storefront() {}

    public static Call pseudonym(String customer) {
        var body = Json.object();
        body.putArray("subjects").addObject().put("type", "customer_id").put("value", customer);
        return Call.post(Part.INGEST, "/v1/pseudonyms", body).as(STOREFRONT);
    }

    /** The pseudonym in the answer to {@link #pseudonym}. */
    public static String pseudonymOf(Reply reply) {
        return reply.json().path("pseudonyms").path(0).asText();
    }

    public static Call grant(String customer, List<String> purposes) {
        var body = Json.object()
                .put("subject", "customer_id:" + customer)
                .put("jurisdiction", "DE")
                .put("ageBand", "adult")
                .put("noticeVersion", "1")
                .put("method", "banner");
        var decisions = body.putObject("decisions");
        purposes.forEach(purpose -> decisions.put(purpose, "grant"));
        return Call.post(Part.PRIVACY, "/v1/consents", body).as(STOREFRONT);
    }

    public static Call withdraw(String pseudonym, String purpose) {
        return Call.delete(Part.PRIVACY, "/v1/consents/" + pseudonym + "/" + purpose)
                .as(STOREFRONT);
    }

    /** A product looked at; the properties are those of the product. */
    public static Call view(String customer, JsonNode product) {
        var batch = Json.object();
        var event = batch.putArray("batch")
                .addObject()
                .put("type", "track")
                .put("event", "Product Viewed")
                .put("messageId", "view-" + UUID.randomUUID())
                .put("userId", customer)
                .put("timestamp", Instant.now().toString());
        event.set("properties", properties(product));
        return Call.post(Part.INGEST, "/v1/batch", batch).withWriteKey();
    }

    /** Any event under its own name: of a domain's pack, say. */
    public static Call track(String customer, String name, ObjectNode properties) {
        var batch = Json.object();
        var event = batch.putArray("batch")
                .addObject()
                .put("type", "track")
                .put("event", name)
                .put("messageId", "demo-" + UUID.randomUUID())
                .put("userId", customer)
                .put("timestamp", Instant.now().toString());
        event.set("properties", properties);
        return Call.post(Part.INGEST, "/v1/batch", batch).withWriteKey();
    }

    /** A list of another domain than the usual one. */
    public static Call recommend(String pseudonym, String domain, int size) {
        var body = Json.object().put("subject", pseudonym).put("size", size);
        body.putObject("filters").put("domain", domain);
        return Call.post(Part.RECOMMENDER, "/v1/recommendations", body).as(STOREFRONT);
    }

    private static ObjectNode properties(JsonNode product) {
        var properties =
                Json.object().put("product_id", product.path("productId").asText());
        for (var field : List.of("category", "brand")) {
            if (!product.path(field).asText().isEmpty()) {
                properties.put(field, product.path(field).asText());
            }
        }
        return properties;
    }

    public static Call recommend(String pseudonym, int size) {
        var body = Json.object()
                .put("subject", pseudonym)
                .put("placement", "home")
                .put("size", size)
                .put("explain", true)
                .put("locale", "en");
        return Call.post(Part.RECOMMENDER, "/v1/recommendations", body).as(STOREFRONT);
    }

    public static Call decide(String placement, String pseudonym, List<String> cart) {
        var body = Json.object().put("subject", pseudonym).put("locale", "en");
        ArrayNode products = body.putArray("cart");
        cart.forEach(products::add);
        return Call.post(Part.CAMPAIGN, "/v1/placements/" + placement + "/decisions", body)
                .as(STOREFRONT);
    }

    public static Call profile(String pseudonym) {
        return Call.get(Part.PROFILE, "/v1/profiles/" + pseudonym).as(STOREFRONT);
    }

    /** Those of the people whose profile may be read. */
    public static Call profiles(List<String> pseudonyms) {
        var body = Json.object();
        pseudonyms.forEach(body.putArray("pseudonyms")::add);
        return Call.post(Part.PROFILE, "/v1/profiles/search", body).as(STOREFRONT);
    }

    public static Call erase(String customer) {
        var body = Json.object().put("subject", "customer_id:" + customer).put("type", "erasure");
        return Call.post(Part.PRIVACY, "/v1/requests", body).as("privacy-officer");
    }

    /** The ids of the items of a recommendation or decision, in order. */
    public static List<String> productIds(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(item -> item.path("productId").asText())
                .toList();
    }
}
