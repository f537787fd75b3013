package dev.aisle.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.simulator.Product;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shop's gateway does for the assistant: opens conversations, answers about orders, takes what is handed over. */
final class Counter {
    private static final int MOST_HANDED_OVER = 50;

    private final Services services;
    private final Shelf shelf;
    private final Signature signature;
    private final Clock clock;
    private final List<Order> orders;
    private final Deque<String> handedOver = new ArrayDeque<>();

    Counter(Services services, Shelf shelf, Signature signature, Clock clock) {
        this.services = services;
        this.shelf = shelf;
        this.signature = signature;
        this.clock = clock;
        this.orders = Order.made(clock.instant());
    }

    /** {@code POST /assistant/conversations}: for whoever is logged in, with the storefront's credentials. */
    Answer conversation(Question question) {
        if (!question.fromThisShop()) {
            return problem(403, "Only a page of this shop may open a conversation.");
        }
        try {
            JsonNode wish = question.body().isBlank()
                    ? Services.JSON.createObjectNode()
                    : Services.JSON.readTree(question.body());
            if (!(wish instanceof ObjectNode object)) {
                return problem(400, "Send a JSON object, such as {\"locale\": \"en\"}.");
            }
            Services.Reply reply = services.conversation(question.shopper(), object);
            int status = reply.status() == 0 ? 503 : reply.status();
            return new Answer(status, "application/json", reply.body(), Map.of());
        } catch (JsonProcessingException e) {
            return problem(400, "The body is not valid JSON.");
        }
    }

    /** {@code GET /orders/NUMBER?subject=PSEUDONYM}: signed by the assistant, and only of that person. */
    Answer order(Question question, String number) {
        if (!signed(question, question.target())) {
            return problem(401, "The signature is missing, wrong or too old.");
        }
        String subject = question.parameter("subject");
        return orders.stream()
                .filter(order -> order.number().equalsIgnoreCase(number))
                .filter(order ->
                        !subject.isEmpty() && services.pseudonym(order.owner()).equals(Optional.of(subject)))
                .findFirst()
                .map(order -> Answer.json(200, json(order, subject, question.header("Host"))))
                .orElseGet(() -> problem(404, "There is no such order of this person."));
    }

    private ObjectNode json(Order order, String subject, String host) {
        ObjectNode json = Services.JSON
                .createObjectNode()
                .put("subject", subject)
                .put("number", order.number())
                .put("status", order.status().name().toLowerCase(Locale.ROOT));
        put(json, "placedAt", order.placedAt());
        put(json, "shippedAt", order.shippedAt());
        put(json, "expectedAt", order.expectedAt());
        put(json, "deliveredAt", order.deliveredAt());
        if (!order.carrier().isEmpty()) {
            json.put("carrier", order.carrier()).put("tracking", order.tracking());
        }
        json.put("url", "http://" + host + "/en/orders");
        var items = json.putArray("items");
        for (Order.Line line : order.lines()) {
            items.addObject()
                    .put("productId", line.productId())
                    .put(
                            "title",
                            shelf.find(line.productId()).map(Product::title).orElse(line.productId()))
                    .put("quantity", line.quantity());
        }
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Instant at) {
        if (at != null) {
            json.put(name, at.toString());
        }
    }

    /** {@code POST /desk}: a conversation that a person goes on with. */
    Answer handOver(Question question) {
        if (!signed(question, question.body())) {
            return problem(401, "The signature is missing, wrong or too old.");
        }
        synchronized (handedOver) {
            handedOver.addFirst(pretty(question.body()));
            while (handedOver.size() > MOST_HANDED_OVER) {
                handedOver.removeLast();
            }
        }
        return new Answer(204, "text/plain", "", Map.of());
    }

    private static String pretty(String json) {
        try {
            return Services.JSON.readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    /** The latest first. */
    List<String> handedOver() {
        synchronized (handedOver) {
            return List.copyOf(handedOver);
        }
    }

    List<Order> ordersOf(Shopper shopper) {
        return orders.stream().filter(order -> order.owner() == shopper).toList();
    }

    private boolean signed(Question question, String content) {
        var signed = new Signature.Signed(
                question.header("webhook-id"),
                question.header("webhook-timestamp"),
                question.header("webhook-signature"));
        return signature.good(signed, content, clock.instant());
    }

    private static Answer problem(int status, String detail) {
        ObjectNode problem =
                Services.JSON.createObjectNode().put("status", status).put("detail", detail);
        return new Answer(status, "application/problem+json", problem.toString(), Map.of());
    }
}
