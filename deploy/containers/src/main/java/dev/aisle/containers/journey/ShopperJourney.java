package dev.aisle.containers.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What one shopper does in a shop that others have bought in, and what the suite must make of it; each step after the one before. */
public final class ShopperJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PRODUCTS = 12;
    private static final int CROWD = 40;

    private final Shop shop;
    private final String visitor;
    private final String subject;

    public ShopperJourney(Shop shop, String visitor) {
        this.shop = shop;
        this.visitor = visitor;
        this.subject = shop.pseudonym("anonymous_id", visitor);
    }

    /** Goes through all of it. */
    public void whole() {
        fillTheShop();
        browseWithoutConsent();
        consentAndBrowse();
        seeTheWelcome();
        orderAndSeeWhatGoesWithIt();
        withdrawAndGrantAgain();
        beForgotten();
    }

    public void fillTheShop() {
        for (int i = 0; i < PRODUCTS; i++) {
            shop.product("tea-" + i, "Green tea no. " + i, "Grocery > Tea", 4.5 + i);
            shop.product("phone-" + i, "Phone model " + i, "Electronics > Phones", 199 + i);
        }
        for (int person = 0; person < CROWD; person++) {
            String kind = person % 4 == 0 ? "tea" : "phone";
            String id = "crowd-" + person;
            shop.grant(shop.pseudonym("anonymous_id", id), "personalization", "model_training", "analytics");
            awaitAccepted(id, kind + "-" + person % PRODUCTS);
            List<String> basket = List.of(
                    kind + "-" + (person + 1) % PRODUCTS,
                    kind + "-" + (person + 2) % PRODUCTS,
                    kind + "-" + (person + 3) % PRODUCTS);
            assertThat(shop.order(id, "order-" + person, basket)
                            .path("accepted")
                            .asInt())
                    .isEqualTo(1);
        }
        await("a model that has seen the crowd")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> shop.train().path("result").path("interactions").asInt() >= 4 * CROWD);
    }

    public void browseWithoutConsent() {
        JsonNode answer = shop.view(visitor, "tea-1", "Grocery > Tea");

        assertThat(answer.path("accepted").asInt()).isZero();
        assertThat(answer.path("dropped").path(0).path("reason").asText()).isEqualTo("no-consent");
        JsonNode list = shop.recommendations(subject);
        assertThat(list.path("personalized").asBoolean()).isFalse();
        assertThat(list.path("reason").asText()).isEqualTo("NO_CONSENT");
        assertThat(list.path("items").size()).isEqualTo(5);
    }

    public void consentAndBrowse() {
        shop.grant(subject, "personalization", "model_training", "analytics");
        awaitAccepted(visitor, "tea-1");
        shop.view(visitor, "tea-2", "Grocery > Tea");

        await("recommendations that follow from what was viewed")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode list = shop.recommendations(subject);
                    assertThat(list.path("personalized").asBoolean()).isTrue();
                    assertThat(products(list).getFirst()).startsWith("tea-");
                    assertThat(causes(list)).containsAnyOf("tea-1", "tea-2");
                });
        await("the profile")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.profile(subject)
                                .json()
                                .path("counts")
                                .path("product_view")
                                .asInt())
                        .isEqualTo(2));
    }

    public void seeTheWelcome() {
        await("the welcome").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode decision = shop.decision("home", subject);
            assertThat(decision.path("campaign").path("kind").asText())
                    .as(decision.toString())
                    .isEqualTo("welcome");
            assertThat(decision.path("reason").path("text").asText()).isNotBlank();
        });
    }

    public void orderAndSeeWhatGoesWithIt() {
        shop.order(visitor, "order-of-the-visitor", List.of("tea-3"));

        await("the cross-sell of what was bought").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode decision = shop.decision("order-confirmation", subject, "tea-3");
            assertThat(decision.path("campaign").path("kind").asText())
                    .as(decision.toString())
                    .isEqualTo("cross_sell");
            assertThat(products(decision))
                    .isNotEmpty()
                    .allMatch(id -> id.startsWith("tea-"))
                    .doesNotContain("tea-3");
        });
        await("no welcome for a buyer")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.decision("home", subject)
                                .path("campaign")
                                .path("kind")
                                .asText())
                        .isNotEqualTo("welcome"));
    }

    public void withdrawAndGrantAgain() {
        shop.withdraw(subject, "personalization");
        await("no personal list after the withdrawal")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                shop.recommendations(subject).path("reason").asText())
                        .isEqualTo("NO_CONSENT"));

        // What was accepted before the withdrawal stays out of use: only what the shopper does from now on makes a list
        // personal again.
        shop.grant(subject, "personalization");
        await("a personal list again").atMost(PATIENCE).untilAsserted(() -> {
            // One that comes before the grant is known at the door is taken for analytics alone.
            awaitAccepted(visitor, "tea-5");
            assertThat(shop.recommendations(subject).path("personalized").asBoolean())
                    .isTrue();
        });
    }

    public void beForgotten() {
        String request = shop.erase(subject);

        await("the receipts of the five services and of the archive")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode state = shop.request(request);
                    assertThat(state.path("status").asText())
                            .as(state.toString())
                            .isEqualTo("completed");
                    assertThat(state.path("receipts").findValuesAsText("service"))
                            .containsExactlyInAnyOrder(
                                    "event-ingest-service",
                                    "profile-service",
                                    "recommender-service",
                                    "campaign-service",
                                    "privacy-service",
                                    "event-archive");
                });
        assertThat(shop.recommendations(subject).path("personalized").asBoolean())
                .isFalse();
        assertThat(shop.profile(subject).status()).isEqualTo(404);
        await("a new pseudonym for whoever comes back")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.pseudonym("anonymous_id", visitor)).isNotEqualTo(subject));
        assertThat(shop.view(visitor, "tea-1", "Grocery > Tea").path("accepted").asInt())
                .isZero();
        assertThat(shop.recommendations(shop.pseudonym("anonymous_id", visitor))
                        .path("personalized")
                        .asBoolean())
                .isFalse();
    }

    /** The door learns of a grant from the topic; until then it drops, as it must. */
    private void awaitAccepted(String id, String product) {
        String category = product.startsWith("tea") ? "Grocery > Tea" : "Electronics > Phones";
        await("the grant at the door")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> shop.view(id, product, category).path("accepted").asInt() == 1);
    }

    private static List<String> products(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(item -> item.path("productId").asText())
                .toList();
    }

    private static List<String> causes(JsonNode answer) {
        List<String> causes = new ArrayList<>();
        answer.path("items")
                .forEach(item -> item.path("reason").path("causes").forEach(cause -> causes.add(cause.asText())));
        return causes;
    }
}
