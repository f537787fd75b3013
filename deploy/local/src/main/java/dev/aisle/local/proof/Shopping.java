package dev.aisle.local.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Trainings;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do in the shop: through every intake that a person has. */
final class Shopping {
    static final int PRODUCTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final List<String> PURPOSES =
            List.of("analytics", "personalization", "model_training", "marketing_email");
    private static final Duration PACE = Duration.ofMillis(100);
    private final ApiClient api;

    Shopping(ApiClient api) {
        this.api = api;
    }

    /** Products to look at. */
    void open() {
        for (int i = 0; i < PRODUCTS; i++) {
            var product = Json.object()
                    .put("title", "Green tea no. " + i)
                    .put("category", "Grocery > Tea")
                    .put("inStock", true);
            product.put("price", 4.5).put("currency", "EUR");
            api.require(new Call(
                    "PUT",
                    Part.INGEST,
                    "/v1/products/tea-" + i,
                    "demo",
                    Json.write(product),
                    java.util.Map.of("Content-Type", "application/json")));
        }
    }

    String pseudonym(String customer) {
        return Storefront.pseudonymOf(api.require(Storefront.pseudonym(customer)));
    }

    /** A person with an account: consents, traits, events of every kind, an address in the vault, a campaign, a list, a request. */
    Traces everything(String customer, String email, String phone) {
        var traces = new Traces(customer, email, phone, pseudonym(customer));
        api.require(Storefront.grant(customer, PURPOSES));
        awaitAccepted(view(customer, 1, Instant.now()));
        var identify = Json.object().put("type", "identify").put("userId", customer);
        identify.putObject("traits").put("email", email).put("phone", phone);
        identify.putObject("context").putObject("traits").put("email", email);
        send(identify);
        for (int i = 0; i < 4; i++) {
            send(view(customer, i, Instant.now()));
        }
        send(order(customer));
        var search = track(customer, "Products Searched", Instant.now());
        search.withObject("/properties").put("query", "tea for " + email);
        send(search);
        var wrong = track(customer, "Product Viewed", Instant.now());
        wrong.withObject("/properties").put("price", "no number for " + email);
        send(wrong);
        send(view(customer, 2, Instant.now().plus(Duration.ofDays(40))));
        vault(traces);
        for (var placement : List.of("home", "cart")) {
            api.require(Storefront.decide(placement, traces.pseudonym(), List.of("tea-1")));
        }
        api.require(Storefront.recommend(traces.pseudonym(), 3));
        var access = Json.object().put("subject", "customer_id:" + customer).put("type", "access");
        api.require(Call.post(Part.PRIVACY, "/v1/requests", access).as("privacy-officer"));
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(api.send(Storefront.profile(traces.pseudonym())))
                        .filter(Reply::ok),
                () -> "There is no profile of a person who has looked at products.");
        return traces;
    }

    private void vault(Traces traces) {
        var traits = Json.object().put("email", traces.email()).put("phone", traces.phone());
        api.require(new Call(
                "PUT",
                Part.PRIVACY,
                "/v1/vault/" + traces.pseudonym(),
                "storefront",
                Json.write(traits),
                java.util.Map.of("Content-Type", "application/json")));
        var resolve = Json.object().put("purpose", "marketing_email");
        resolve.putArray("subjects").add(traces.pseudonym());
        api.send(Call.post(Part.PRIVACY, "/v1/vault/resolve", resolve).as("campaign-service"));
    }

    /** The door learns of a grant from a topic: the first moments it drops. */
    private void awaitAccepted(ObjectNode event) {
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(send(event))
                        .filter(reply -> reply.json().path("accepted").asInt() == 1),
                () -> "The door still drops the events of somebody who has consented.");
    }

    Reply send(ObjectNode event) {
        return api.send(Call.post(
                        Part.INGEST,
                        "/v1/track".replace("track", event.path("type").asText()),
                        event)
                .withWriteKey());
    }

    ObjectNode view(String customer, int product, Instant at) {
        var event = track(customer, "Product Viewed", at);
        event.withObject("/properties")
                .put("product_id", "tea-" + product % PRODUCTS)
                .put("category", "Grocery > Tea");
        return event;
    }

    private static ObjectNode order(String customer) {
        var event = track(customer, "Order Completed", Instant.now());
        var properties = event.withObject("/properties")
                .put("order_id", UUID.randomUUID().toString())
                .put("total", 10)
                .put("currency", "EUR");
        properties
                .withArray("products")
                .addObject()
                .put("product_id", "tea-3")
                .put("price", 10)
                .put("quantity", 1);
        return event;
    }

    private static ObjectNode track(String customer, String name, Instant at) {
        return Json.object()
                .put("type", "track")
                .put("event", name)
                .put("userId", customer)
                .put("messageId", UUID.randomUUID().toString())
                .put("timestamp", at.toString());
    }

    /** Has a model trained and waits for it. */
    void train() {
        new Trainings(api, Duration.ofMinutes(4)).train();
    }

    /** Erases a person; the request, complete. */
    com.fasterxml.jackson.databind.JsonNode erase(String customer) {
        var id = api.require(Storefront.erase(customer)).json().path("id").asText();
        var status = Call.get(Part.PRIVACY, "/v1/requests/" + id).as("privacy-officer");
        return Waiting.require(
                Duration.ofMinutes(3),
                BETWEEN,
                () -> Optional.of(api.require(status).json())
                        .filter(answer -> answer.path("status").asText().equals("completed")),
                () -> "The erasure is not complete: "
                        + api.require(status).json().path("awaiting"));
    }

    /** Life goes on: the traffic of a shop, without which neither segments roll nor buffers are overwritten. */
    void goOn(List<String> customers, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            String customer = customers.get(i % customers.size());
            api.require(Storefront.grant(customer, PURPOSES));
            send(view(customer, i, Instant.now()));
            send(order(customer));
            String pseudonym = pseudonym(customer);
            api.send(Storefront.decide("home", pseudonym, List.of("tea-1")));
            api.send(Storefront.recommend(pseudonym, 3));
            api.send(Storefront.profile(pseudonym));
            Waiting.pause(PACE);
        }
    }
}
