package dev.aisle.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.shop.gateway.Door;
import dev.aisle.shop.gateway.Gateway;
import dev.aisle.shop.gateway.Journal;
import dev.aisle.shop.gateway.Reply;
import dev.aisle.simulator.Product;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shop's gateway does for the assistant: opens conversations, answers about orders, takes what is handed over. */
final class Counter {
    private static final int MOST_HANDED_OVER = 50;

    private final Door door;
    private final Orders orders;
    private final Shelf shelf;
    private final Signature signature;
    private final Clock clock;
    private final Deque<String> handedOver = new ArrayDeque<>();

    Counter(Gateway gateway, Orders orders, Shelf shelf, Signature signature, Clock clock) {
        // What the assistant asks belongs to no visit, and so to no journal that anybody sees.
        this.door = gateway.notedIn(new Journal(), () -> false).door();
        this.orders = orders;
        this.shelf = shelf;
        this.signature = signature;
        this.clock = clock;
    }

    /** {@code POST /assistant/conversations}: for whoever is logged in, with the storefront's credentials. */
    Answer conversation(Question question, Visitor visitor) {
        if (!question.fromThisShop()) {
            return Answer.problem(403, "Only a page of this shop may open a conversation.");
        }
        JsonNode wish = question.body().isBlank() ? Reply.JSON.createObjectNode() : Reply.read(question.body());
        if (!wish.isObject()) {
            return Answer.problem(400, "Send a JSON object, such as {\"locale\": \"en\"}.");
        }
        // Of somebody who isn't logged in the assistant knows nothing.
        Optional<String> known = visitor.shopper().flatMap(_ -> visitor.pseudonym());
        return Answer.of(visitor.apis().recommender().conversation(known, wish));
    }

    /** {@code GET /orders/NUMBER?subject=PSEUDONYM}: signed by the assistant, and only of that person. */
    Answer order(Question question, String number) {
        if (!signed(question, question.target())) {
            return Answer.problem(401, "The signature is missing, wrong or too old.");
        }
        String subject = question.parameter("subject");
        return orders.find(number)
                .filter(order ->
                        !subject.isEmpty() && door.pseudonym(order.owner()).equals(Optional.of(subject)))
                .map(order -> Answer.json(200, json(order, subject, question.header("Host"))))
                .orElseGet(() -> Answer.problem(404, "There is no such order of this person."));
    }

    private ObjectNode json(Order order, String subject, String host) {
        ObjectNode json = Reply.JSON
                .createObjectNode()
                .put("subject", subject)
                .put("number", order.number())
                .put("status", order.status().name().toLowerCase(Locale.ROOT));
        put(json, "placedAt", order.placedAt());
        put(json, "shippedAt", order.parcel().shippedAt());
        put(json, "expectedAt", order.parcel().expectedAt());
        put(json, "deliveredAt", order.parcel().deliveredAt());
        if (!order.parcel().carrier().isEmpty()) {
            json.put("carrier", order.parcel().carrier())
                    .put("tracking", order.parcel().tracking());
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
            return Answer.problem(401, "The signature is missing, wrong or too old.");
        }
        synchronized (handedOver) {
            handedOver.addFirst(pretty(question.body()));
            while (handedOver.size() > MOST_HANDED_OVER) {
                handedOver.removeLast();
            }
        }
        return Answer.nothing(204);
    }

    private static String pretty(String json) {
        try {
            return Reply.JSON.readTree(json).toPrettyString();
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

    private boolean signed(Question question, String content) {
        var signed = new Signature.Signed(
                question.header("webhook-id"),
                question.header("webhook-timestamp"),
                question.header("webhook-signature"));
        return signature.good(signed, content, clock.instant());
    }
}
