package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** event-ingest-service: pseudonyms, and what a visitor does as events of the Segment API. */
public final class Door {
    private final Calls calls;
    private final Pseudonyms pseudonyms;
    private final String writeKey;

    Door(Calls calls, Pseudonyms pseudonyms, String writeKey) {
        this.calls = calls;
        this.pseudonyms = pseudonyms;
        this.writeKey =
                "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** Under what the services know somebody; empty while the door can't be asked. */
    public Optional<String> pseudonym(Subject subject) {
        Optional<String> known = pseudonyms.of(subject);
        if (known.isPresent()) {
            return known;
        }
        ObjectNode body = Reply.JSON.createObjectNode();
        body.putArray("subjects").addObject().put("type", subject.type()).put("value", subject.value());
        String pseudonym = calls.post(Kind.RIGHTS, "/v1/pseudonyms", body)
                .json()
                .path("pseudonyms")
                .path(0)
                .asText();
        if (pseudonym.isEmpty()) {
            return Optional.empty();
        }
        pseudonyms.keep(subject, pseudonym);
        return Optional.of(pseudonym);
    }

    /** After an erasure: whoever comes back is somebody new to the services. */
    public void forget(Subject subject) {
        pseudonyms.forget(subject);
    }

    /**
     * Who does something.
     *
     * @param customer empty for somebody who isn't logged in
     * @param browser  with both, the door links what this browser does to the customer
     */
    public record Actor(Optional<String> customer, String browser) {}

    /** Something that somebody did, such as {@code Product Viewed}. The door drops it where no consent covers it. */
    public Reply track(Actor actor, String event, ObjectNode properties) {
        ObjectNode call = call(actor, "track").put("event", event);
        call.set("properties", properties);
        return sent(call);
    }

    /** Somebody logged in. */
    public Reply identify(Actor actor) {
        return sent(call(actor, "identify"));
    }

    private static ObjectNode call(Actor actor, String type) {
        ObjectNode call = Reply.JSON
                .createObjectNode()
                .put("type", type)
                .put("messageId", "shop-" + UUID.randomUUID())
                .put("anonymousId", actor.browser())
                .put("timestamp", Instant.now().toString());
        actor.customer().ifPresent(customer -> call.put("userId", customer));
        return call;
    }

    private Reply sent(ObjectNode call) {
        ObjectNode batch = Reply.JSON.createObjectNode();
        batch.putArray("batch").add(call);
        return calls.post(Kind.EVENT, "/v1/batch", batch, writeKey);
    }
}
