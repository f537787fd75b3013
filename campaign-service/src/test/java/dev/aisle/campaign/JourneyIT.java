package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From what somebody does to what comes or doesn't. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class JourneyIT extends JourneyScene {
    @Test
    void anEventBecomesAMailInThePersonsLanguageOnceAlsoWhenItIsDeliveredTwice() throws SQLException {
        CampaignApi campaign = runs("{type: first_visit}", "");
        Subscriber visitor = Subscriber.fresh();

        Instant start = Instant.now();
        ShopEvent event = visitor.does(EventType.PRODUCT_VIEW, "kettle", "zh-CN", "Asia/Shanghai");
        eventually()
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(visitor.mails()).hasSize(1));
        System.out.printf(
                "From the event on the topic to the mail in the catcher: %d ms%n",
                Duration.between(start, Instant.now()).toMillis());
        visitor.writes(event);
        ShopEvent later = visitor.does(EventType.PRODUCT_VIEW, "kettle", "en", "UTC");

        assertThat(visitor.subjects()).containsExactly("你好");
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*) from processed_event where consumer = 'triggers'"
                                + " and event_id in ('" + event.getMessageId() + "', '" + later.getMessageId() + "')"))
                        .isEqualTo("2"));
        assertThat(firings(campaign, visitor)).containsExactly("sent/sent");
        assertThat(visitor.mails()).hasSize(1);
    }

    @Test
    void aPurchaseBeforeTheWaitIsOverCancelsTheAbandonmentAndNobodyElses() throws SQLException {
        told("kettle", 2500, Instant.now().minusSeconds(60));
        CampaignApi campaign = runs("{type: cart_abandonment, after: PT1H}", "");
        Subscriber buys = Subscriber.fresh();
        Subscriber leaves = Subscriber.fresh();
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*) from product where product_id = 'kettle'"))
                        .isEqualTo("1"));

        buys.does(EventType.CART_ADD, "kettle");
        leaves.does(EventType.CART_ADD, "kettle");
        eventually().untilAsserted(() -> {
            assertThat(journeys(campaign, buys)).containsExactly("waiting");
            assertThat(journeys(campaign, leaves)).containsExactly("waiting");
        });
        buys.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(firings(campaign, buys)).containsExactly("cancelled/purchase"));

        comesDue(campaign);

        eventually().untilAsserted(() -> assertThat(leaves.subjects()).containsExactly("Hello Blue kettle 25.00 EUR"));
        assertThat(firings(campaign, buys)).containsExactly("cancelled/purchase");
        assertThat(messages(campaign, buys)).isZero();
    }

    @Test
    void whoTakesConsentBackDuringTheWaitGetsNothingAlsoAfterANewConsent() throws SQLException {
        CampaignApi campaign = runs("{type: browse_abandonment, after: PT1H}", "");
        Subscriber wavers = Subscriber.fresh();
        wavers.does(EventType.PRODUCT_VIEW, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, wavers)).containsExactly("waiting"));

        wavers.says(2, ConsentStatus.WITHDRAWN, 2);
        wavers.says(3, ConsentStatus.GRANTED, 2);
        comesDue(campaign);

        eventually().untilAsserted(() -> assertThat(firings(campaign, wavers)).containsExactly("no_consent/consent"));
        assertThat(messages(campaign, wavers)).isZero();
    }

    @Test
    void whoIsOnTheWayFinishesOnTheVersionThatWasEntered() throws SQLException {
        String steps = "\"steps\": [{\"send\": \"a\"}, {\"wait\": \"P2D\"},"
                + " {\"branch\": {\"if\": \"viewed\", \"then\": [{\"send\": \"b\"}], \"else\": [{\"send\": \"c\"}]}}],";
        CampaignApi campaign = runsSteps(steps, "Second");
        Subscriber early = Subscriber.fresh();
        early.shopper().moves(segment(campaign), Direction.ENTERED, 1);
        eventually().untilAsserted(() -> assertThat(early.subjects()).containsExactly("First"));

        campaign.save("anna", stepped(campaign, steps, "Changed"), campaign.tag())
                .statusCode(200);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bo", "approve").statusCode(200);
        Subscriber late = Subscriber.fresh();
        late.shopper().moves(segment(campaign), Direction.ENTERED, 1);
        eventually().untilAsserted(() -> assertThat(late.subjects()).containsExactly("First"));
        early.does(EventType.PRODUCT_VIEW, "kettle");
        eventually()
                .untilAsserted(() -> assertThat(one("select seen from journey where pseudonym = '" + early.pseudonym()
                                + "' and campaign_id = '" + campaign.id() + "'"))
                        .isEqualTo("viewed"));
        drain(campaign, Instant.now().plus(Duration.ofDays(2).plusHours(1)));

        assertThat(words(campaign, early)).containsExactly("1 First", "1 Second b");
        assertThat(words(campaign, late)).containsExactly("2 First", "2 Changed c");
        assertThat(journeys(campaign, early)).containsExactly("done");
    }

    @Test
    void aLowerPriceIsToldToWhoLookedAndNotToWhoBoughtAndTheCapHolds() throws SQLException {
        String product = "tea-" + UUID.randomUUID();
        told(product, 2000, Instant.now().minusSeconds(60));
        CampaignApi campaign = runs("{type: price_drop, atLeast: 0.1}", "");
        Subscriber looked = Subscriber.fresh();
        Subscriber bought = Subscriber.fresh();
        looked.does(EventType.WISHLIST_ADD, product);
        bought.does(EventType.PURCHASE, product);
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*) from person_item where product_id = '" + product
                                + "' and exists (select from product p where p.product_id = person_item.product_id)"))
                        .isEqualTo("2"));

        told(product, 1500, Instant.now().minusSeconds(30));

        eventually().untilAsserted(() -> assertThat(looked.subjects()).containsExactly("Hello Blue kettle 15.00 EUR"));
        told(product, 1000, Instant.now());
        eventually()
                .untilAsserted(() ->
                        assertThat(firings(campaign, looked)).containsExactly("sent/sent", "capped/caps.perPerson"));
        assertThat(journeys(campaign, bought)).isEmpty();
    }

    @Test
    void whoIsHeldOutGetsNothingAndTheRuleIsKept() throws SQLException {
        CampaignApi campaign = runs("{type: first_order}", "}\nholdout: 0.5\nfallbacks: {");
        Subscriber heldOut = new Subscriber(shoppers.heldOut(campaign.id())).says(2, ConsentStatus.GRANTED, 0);

        heldOut.does(EventType.PURCHASE, "kettle");

        eventually().untilAsserted(() -> assertThat(firings(campaign, heldOut)).containsExactly("held_out/holdout"));
        assertThat(messages(campaign, heldOut)).isZero();
    }

    @Test
    void theFirstConsentBeginsOnceAndTheWayGoesOnUnderANewPseudonym() throws SQLException {
        CampaignApi greets = runs("{type: first_consent}", "");
        CampaignApi waits = runs("{type: after_purchase, after: P3D}", "");
        Subscriber before = Subscriber.fresh();
        eventually().untilAsserted(() -> assertThat(before.mails()).hasSize(1));
        before.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(waits, before)).containsExactly("waiting"));

        Subscriber now = Subscriber.fresh();
        eventually().untilAsserted(() -> assertThat(now.mails()).hasSize(1));
        before.movesTo(now);

        eventually().untilAsserted(() -> assertThat(journeys(waits, now)).containsExactly("waiting"));
        assertThat(journeys(waits, before)).isEmpty();
        eventually()
                .untilAsserted(() -> assertThat(firings(greets, now))
                        .as("both were greeted before they were one")
                        .containsExactly("sent/sent", "sent/sent"));
        fireJourneys.round(waits.id(), Instant.now().plus(Duration.ofDays(3).plusHours(1)));
        assertThat(messages(waits, now)).isEqualTo(1);
    }

    @Test
    void whoIsErasedIsOnNoWayAnyMore() throws SQLException {
        CampaignApi campaign = runs("{type: after_purchase, after: P3D}", "");
        Subscriber buyer = Subscriber.fresh();
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).containsExactly("waiting"));
        given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/subjects/" + buyer.pseudonym() + "/export")
                .then()
                .statusCode(200)
                .body("sections.find { it.name == 'journeys' }.records.campaign_id", hasItem(campaign.id()));

        buyer.shopper().asksForErasure();

        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).isEmpty());
        assertThat(one("select count(*) from recipient where pseudonym = '" + buyer.pseudonym() + "'"))
                .isEqualTo("0");
        fireJourneys.round(campaign.id(), Instant.now().plus(Duration.ofDays(4)));
        assertThat(messages(campaign, buyer)).isZero();
    }
}
