package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Attacks on the ingest API: bodies that break a parser, and identifiers hidden in events. */
final class DoorAttacks {
    private static final Duration SETTLED = Duration.ofSeconds(4);
    private static final int DEEP = 100_000;
    private static final int DIGITS = 200_000;
    private static final int BOMB_MB = 200;

    private DoorAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "hostile-bodies",
                        "No body makes the ingest API answer 500 or not at all",
                        DoorAttacks::hostileBodies),
                new Attack(
                        "identifiers-in-events",
                        "A direct identifier in an event reaches no service's database",
                        DoorAttacks::identifiersInEvents),
                new Attack(
                        "misspelt-event",
                        "A misspelt event name gets a hint in the answer",
                        DoorAttacks::misspeltEvent));
    }

    private static AttackResult hostileBodies(Target target) throws IOException, InterruptedException {
        String event =
                "{\"batch\":[{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"u\",\"messageId\":\"m\","
                        + "\"timestamp\":%s,\"properties\":%s}]}";
        String now = "\"2026-11-30T10:00:00Z\"";
        Map<String, String> bodies = Map.ofEntries(
                Map.entry("nothing", ""),
                Map.entry("half an object", "{\"batch\":["),
                Map.entry("a list", "[]"),
                Map.entry("null", "null"),
                Map.entry("a deep nest", "[".repeat(DEEP)),
                Map.entry("a long number", event.formatted(now, "{\"price\":" + "9".repeat(DIGITS) + "}")),
                Map.entry("not a number", event.formatted(now, "{\"price\":NaN}")),
                Map.entry("a huge exponent", event.formatted(now, "{\"price\":1e308}")),
                Map.entry("the year 1", event.formatted("\"0001-01-01T00:00:00Z\"", "{}")),
                Map.entry("the year 9999", event.formatted("\"9999-12-31T23:59:59Z\"", "{}")),
                Map.entry("a number as time", event.formatted("17", "{}")),
                Map.entry("a lone surrogate", event.formatted(now, "{\"title\":\"\\ud800\"}")),
                Map.entry("a NUL", event.formatted(now, "{\"title\":\"a\\u0000b\"}")),
                Map.entry("twice the same key", event.formatted(now, "{\"price\":1,\"price\":2}")),
                Map.entry("a byte order mark", "\uFEFF" + event.formatted(now, "{}")));
        List<String> failed = new ArrayList<>();
        bodies.forEach((what, body) -> {
            Reply reply = target.send(Call.post(Part.INGEST, "/v1/batch", body, "application/json")
                    .fromBrowser());
            if (reply.status() >= 500 || reply.status() < 200) {
                failed.add(what + ": " + reply.status());
            }
            if (what.equals("a byte order mark") && !reply.ok()) {
                failed.add("a byte order mark is refused: " + reply.complaint());
            }
        });
        int bomb = bomb(target);
        if (bomb != 413) {
            failed.add("200 MB in a gzip of 200 kB: " + bomb);
        }
        return AttackResult.of(failed, bodies.size() + " hostile bodies and a gzip bomb");
    }

    /** The status of the answer to much more than a body may have, packed. */
    private static int bomb(Target target) throws IOException, InterruptedException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < BOMB_MB; i++) {
                gzip.write(megabyte);
            }
        }
        HttpRequest request = HttpRequest.newBuilder(
                        target.ports().http(Part.INGEST).resolve("/v1/batch"))
                .header(
                        "Authorization",
                        target.api().authorization(Call.get(Part.INGEST, "/").fromBrowser()))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static AttackResult identifiersInEvents(Target target) throws SQLException {
        Shopper shopper = target.shoppers().who("leaky", Shoppers.EVERYTHING);
        target.shoppers().looksAt(shopper, "mug");
        String mark = Target.unique("needle");
        String email = mark + "@x.example";
        target.remember(email);
        List<ObjectNode> events = new ArrayList<>();
        for (String field : List.of("product_id", "title", "category", "coupon", "query", "url", "free_text")) {
            ObjectNode event = Shoppers.track("Product Viewed").put("userId", shopper.customer());
            event.withObject("/properties").put("product_id", "mug").put(field, "to " + email);
            events.add(event);
        }
        ObjectNode page = Shoppers.view("mug").put("userId", shopper.customer());
        page.withObject("/context/page")
                .put("url", "https://shop.example/?email=" + email)
                .put("referrer", email);
        page.withObject("/context/campaign").put("name", email).put("source", email);
        page.withObject("/context/traits").put("email", email).put("phone", "+49 151 23456789");
        events.add(page);
        ObjectNode order = Shoppers.track("Order Completed").put("userId", shopper.customer());
        order.withObject("/properties").put("order_id", email).put("total", 1).put("currency", "EUR");
        events.add(order);
        events.forEach(event -> target.shoppers().browser(event));
        Waiting.pause(SETTLED);

        List<String> found = new ArrayList<>();
        for (Part part : Tables.DATABASES) {
            found.addAll(Tables.naming(target, part, email));
        }
        return AttackResult.of(found, events.size() + " events, four databases searched");
    }

    private static AttackResult misspeltEvent(Target target) {
        Shopper shopper = target.shoppers().who("misspells", List.of("analytics"));
        target.shoppers().looksAt(shopper, "mug");
        Reply reply = target.shoppers().browser(Shoppers.track("Product Viewd").put("userId", shopper.customer()));
        return reply.body().contains("Product Viewed")
                ? AttackResult.held("the answer to \"Product Viewd\" names \"Product Viewed\"")
                : AttackResult.broken("the answer to \"Product Viewd\" gives no hint: " + reply.body());
    }
}
