package dev.aisle.containers.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Trainings;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A storefront gateway as a customer would write it: nothing but the public APIs. */
public final class Shop {
    private final ApiClient client;

    public Shop(ApiClient client) {
        this.client = client;
    }

    public void product(String id, String title, String category, double price) {
        ObjectNode product = Json.object()
                .put("title", title)
                .put("category", category)
                .put("brand", "Acme")
                .put("price", price)
                .put("currency", "EUR");
        client.require(new Call(
                "PUT",
                Part.INGEST,
                "/v1/products/" + id,
                "storefront",
                Json.write(product),
                Map.of("Content-Type", "application/json")));
    }

    public String pseudonym(String type, String value) {
        ObjectNode body = Json.object();
        body.putArray("subjects").addObject().put("type", type).put("value", value);
        return client.require(Call.post(Part.INGEST, "/v1/pseudonyms", body).as("storefront"))
                .json()
                .path("pseudonyms")
                .path(0)
                .asText();
    }

    public void grant(String subject, String... purposes) {
        ObjectNode body = Json.object()
                .put("subject", subject)
                .put("jurisdiction", "DE")
                .put("noticeVersion", "1")
                .put("method", "banner");
        ObjectNode decisions = body.putObject("decisions");
        Arrays.stream(purposes).forEach(purpose -> decisions.put(purpose, "grant"));
        client.require(Call.post(Part.PRIVACY, "/v1/consents", body).as("storefront"));
    }

    public Reply withdraw(String subject, String purpose) {
        return client.require(Call.delete(Part.PRIVACY, "/v1/consents/" + subject + "/" + purpose)
                .as("storefront"));
    }

    /** A visitor looks at a product; the answer of the door. */
    public JsonNode view(String anonymousId, String product, String category) {
        ObjectNode event = event(anonymousId, "Product Viewed");
        event.withObject("/properties").put("product_id", product).put("category", category);
        return track(event);
    }

    public JsonNode order(String anonymousId, String orderId, List<String> products) {
        ObjectNode event = event(anonymousId, "Order Completed");
        ObjectNode properties = event.withObject("/properties");
        properties.put("order_id", orderId).put("total", 10 * products.size()).put("currency", "EUR");
        products.forEach(product -> properties
                .withArray("products")
                .addObject()
                .put("product_id", product)
                .put("price", 10)
                .put("quantity", 1));
        return track(event);
    }

    private JsonNode track(ObjectNode event) {
        return client.require(Call.post(Part.INGEST, "/v1/track", event).withWriteKey())
                .json();
    }

    private static ObjectNode event(String anonymousId, String name) {
        return Json.object()
                .put("type", "track")
                .put("event", name)
                .put("anonymousId", anonymousId)
                .put("messageId", UUID.randomUUID().toString());
    }

    public JsonNode recommendations(String subject) {
        ObjectNode body = Json.object()
                .put("subject", subject)
                .put("placement", "home")
                .put("size", 5)
                .put("explain", true);
        return client.require(
                        Call.post(Part.RECOMMENDER, "/v1/recommendations", body).as("storefront"))
                .json();
    }

    public JsonNode decision(String placement, String subject, String... contextItems) {
        ObjectNode body = Json.object().put("subject", subject);
        Arrays.stream(contextItems)
                .forEach(item -> body.withArray("contextItems").add(item));
        return client.require(Call.post(Part.CAMPAIGN, "/v1/placements/" + placement + "/decisions", body)
                        .as("storefront"))
                .json();
    }

    public Reply profile(String subject) {
        return client.send(Call.get(Part.PROFILE, "/v1/profiles/" + subject).as("storefront"));
    }

    /** Trains a model; the training, completed. */
    public JsonNode train() {
        return new Trainings(client, Duration.ofSeconds(90)).train();
    }

    public String erase(String subject) {
        ObjectNode body = Json.object().put("subject", subject).put("type", "erasure");
        return client.require(Call.post(Part.PRIVACY, "/v1/requests", body).as("storefront"))
                .json()
                .path("id")
                .asText();
    }

    public JsonNode request(String id) {
        return client.require(Call.get(Part.PRIVACY, "/v1/requests/" + id).as("privacy-officer"))
                .json();
    }
}
