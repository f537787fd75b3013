package dev.aisle.e2e.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * People who allow it look at products for eleven weeks, put some into the cart and buy a few: so many that their numbers stand out of
 * the guard's noise. Three events of theirs are refused.
 */
final class ShopWithPeople {
    private static final int PEOPLE = 300;
    private static final int DAYS = 80;
    private static final List<String> CATEGORIES = List.of("Tea", "Coffee", "Cups");

    private static boolean opened;

    private final ApiClient shop = new ApiClient(new PortPlan(ConsoleStack.BASE_PORT));
    private final Instant now = Instant.now();

    private ShopWithPeople() {}

    /** Sends all of it; once for all tests. */
    static synchronized void open() {
        if (opened) {
            return;
        }
        opened = true;
        ShopWithPeople people = new ShopWithPeople();
        for (int i = 0; i < PEOPLE; i++) {
            people.allows(i);
        }
        for (int i = 0; i < PEOPLE; i++) {
            people.shops(i);
        }
        people.refused();
    }

    private void allows(int person) {
        ObjectNode body = Json.object()
                .put("subject", "customer_id:console-" + person)
                .put("jurisdiction", "DE")
                .put("ageBand", "adult")
                .put("noticeVersion", "1")
                .put("method", "banner");
        ObjectNode decisions = body.putObject("decisions");
        List.of("personalization", "analytics").forEach(purpose -> decisions.put(purpose, "grant"));
        shop.require(Call.post(Part.PRIVACY, "/v1/consents", body).as("storefront"));
    }

    private void shops(int person) {
        ObjectNode body = Json.object();
        ArrayNode batch = body.putArray("batch");
        for (int visit = person % 3; visit < DAYS; visit += 3 + person % 4) {
            Instant at = now.minus(Duration.ofDays(DAYS - visit)).plus(Duration.ofMinutes(person));
            String product = "p-" + (person + visit) % 9;
            event(batch, person, "Product Viewed", product, at);
            if ((person + visit) % 2 == 0) {
                event(batch, person, "Product Added", product, at.plusSeconds(120));
            }
            if ((person + visit) % 4 == 0) {
                order(batch, person, product, at.plusSeconds(600));
            }
        }
        shop.require(Call.post(Part.INGEST, "/v1/batch", body).withWriteKey());
    }

    private static void event(ArrayNode batch, int person, String name, String product, Instant at) {
        product(track(batch, person, name, at), product);
    }

    private static void order(ArrayNode batch, int person, String product, Instant at) {
        ObjectNode properties = track(batch, person, "Order Completed", at)
                .put("order_id", "o-" + person + "-" + at.getEpochSecond())
                .put("total", 12.5)
                .put("currency", "EUR");
        product(properties.putArray("products").addObject(), product).put("quantity", 1);
    }

    private static ObjectNode track(ArrayNode batch, int person, String name, Instant at) {
        return batch.addObject()
                .put("type", "track")
                .put("event", name)
                .put("userId", "console-" + person)
                .put("messageId", name + "-" + person + "-" + at.getEpochSecond())
                .put("timestamp", at.toString())
                .putObject("properties");
    }

    private static ObjectNode product(ObjectNode into, String product) {
        String category = CATEGORIES.get(Math.floorMod(product.hashCode(), CATEGORIES.size()));
        return into.put("product_id", product)
                .put("name", category)
                .put("category", category)
                .put("price", 12.5);
    }

    /** Their product is missing. */
    private void refused() {
        ObjectNode body = Json.object();
        ArrayNode batch = body.putArray("batch");
        for (int i = 0; i < 3; i++) {
            track(batch, i, "Product Viewed", now.minusSeconds(i)).put("name", "Tea");
        }
        shop.require(Call.post(Part.INGEST, "/v1/batch", body).withWriteKey());
    }
}
