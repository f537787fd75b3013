package dev.aisle.e2e.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * People who allow it come one after the other in sixteen weeks, more of them each week, look at products, put some into the cart, buy a
 * few, and come back for some weeks: so many that the numbers of a week stand out of the guard's noise. Three events of theirs are refused.
 */
final class ShopWithPeople {
    private static final int PEOPLE = 3_600;
    private static final int DAYS = 112;
    private static final int DAYS_BEFORE = 30;
    private static final int AT_ONCE = 40;
    private static final int EVENTS_A_BATCH = 1_000;
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
        Lanes.run(AT_ONCE, lane -> {
            for (int i = lane; i < PEOPLE; i += AT_ONCE) {
                people.allows(i);
            }
        });
        people.shop();
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

    private void shop() {
        ObjectNode body = Json.object();
        ArrayNode batch = body.putArray("batch");
        for (int i = 0; i < PEOPLE; i++) {
            shops(batch, i);
            if (batch.size() >= EVENTS_A_BATCH || i == PEOPLE - 1) {
                shop.require(Call.post(Part.INGEST, "/v1/batch", body).withWriteKey());
                batch.removeAll();
            }
        }
    }

    /** From two visits to ten, some days apart. */
    private void shops(ArrayNode batch, int person) {
        int day = firstDay(person);
        for (int visit = 0; visit < 2 + person % 9 && day < DAYS; visit++) {
            Instant at = now.minus(Duration.ofDays(DAYS - day)).plus(Duration.ofSeconds(person));
            String product = "p-" + (person + visit) % 9;
            event(batch, person, "Product Viewed", product, at);
            if ((person + visit) % 2 == 0) {
                event(batch, person, "Product Added", product, at.plusSeconds(120));
            }
            if ((person + visit) % 4 == 0) {
                order(batch, person, product, at.plusSeconds(600));
            }
            day += 3 + (person + visit) % 5;
        }
    }

    /** At the end three times as many come a day as at first. Who came before the first day is there in its week. */
    private static int firstDay(int person) {
        double share = (Math.sqrt(1 + 8.0 * person / PEOPLE) - 1) / 2;
        return Math.max(person % 7, (int) ((DAYS_BEFORE + DAYS) * share) - DAYS_BEFORE);
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
