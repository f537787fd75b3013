package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** People of the attacks: they consent, look at products, and have an address in the vault. */
final class Shoppers {
    /** All purposes that a person may grant. */
    static final List<String> EVERYTHING = List.of(
            "analytics",
            "personalization",
            "model_training",
            "ads_targeted",
            "marketing_email",
            "marketing_push",
            "sale_share");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Target target;

    Shoppers(Target target) {
        this.target = target;
    }

    /**
     * A person with an account.
     *
     * @param customer  the shop's own id
     * @param pseudonym Aisle's id
     */
    record Shopper(String customer, String pseudonym) {}

    /** Somebody new who has granted these purposes. */
    Shopper who(String prefix, List<String> purposes) {
        String customer = Target.unique(prefix);
        target.remember(customer);
        if (!purposes.isEmpty()) {
            target.require(Storefront.grant(customer, purposes));
        }
        return new Shopper(customer, pseudonym("customer_id", customer));
    }

    String pseudonym(String type, String value) {
        ObjectNode body = Json.object();
        body.putArray("subjects").addObject().put("type", type).put("value", value);
        return Storefront.pseudonymOf(
                target.require(Call.post(Part.INGEST, "/v1/pseudonyms", body).as("storefront")));
    }

    /** Puts an address into the vault; answers it. */
    String address(Shopper shopper) {
        String email = shopper.customer() + "@mail.example";
        target.remember(email);
        ObjectNode traits = Json.object().put("email", email);
        target.require(new Call(
                "PUT",
                Part.PRIVACY,
                "/v1/vault/" + shopper.pseudonym(),
                "storefront",
                Json.write(traits),
                Map.of("Content-Type", "application/json")));
        return email;
    }

    /** The view of a product whose title, category and brand are this text, by somebody who consents. */
    Call named(String text) {
        Shopper shopper = who("named", EVERYTHING);
        ObjectNode event = view("markup").put("userId", shopper.customer());
        event.withObject("/properties").put("name", text).put("category", text).put("brand", text);
        return Call.post(Part.INGEST, "/v1/track", event).fromBrowser();
    }

    /** Records decisions about purposes as the gateway does. */
    Reply decide(String subject, String purpose, String decision, ObjectNode more) {
        ObjectNode body = Json.object()
                .put("subject", subject)
                .put("jurisdiction", "DE")
                .put("ageBand", "adult")
                .put("noticeVersion", "1")
                .put("method", "banner");
        body.putObject("decisions").put(purpose, decision);
        body.setAll(more);
        return target.send(Call.post(Part.PRIVACY, "/v1/consents", body).as("storefront"));
    }

    /** An event as a browser sends it, with the public write key. */
    Reply browser(ObjectNode event) {
        return target.send(Call.post(Part.INGEST, "/v1/" + event.path("type").asText(), event)
                .fromBrowser());
    }

    static ObjectNode view(String product) {
        ObjectNode event = track("Product Viewed");
        event.withObject("/properties").put("product_id", product).put("category", "Attacks > Mugs");
        return event;
    }

    static ObjectNode track(String name) {
        return Json.object()
                .put("type", "track")
                .put("event", name)
                .put("messageId", UUID.randomUUID().toString())
                .put("timestamp", Instant.now().toString());
    }

    /** Sends views of a customer until the door takes one of each of these products. */
    void looksAt(Shopper shopper, String... products) {
        for (String product : products) {
            until(
                    () -> browser(view(product).put("userId", shopper.customer()))
                                    .json()
                                    .path("accepted")
                                    .asInt()
                            == 1,
                    "The door drops the views of somebody who has consented.");
        }
    }

    /** Waits until the profile of a person can be read. */
    Reply profile(Shopper shopper) {
        return Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(target.send(Storefront.profile(shopper.pseudonym())))
                        .filter(Reply::ok),
                () -> "There is no profile of a person who has looked at products.");
    }

    /** Waits for a condition without which the attack would be none. */
    static void until(BooleanSupplier condition, String otherwise) {
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(),
                () -> otherwise);
    }
}
