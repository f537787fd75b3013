package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.google.protobuf.Timestamp;
import com.standardwebhooks.Webhook;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.outside.PlayedPrivacy;
import dev.aisle.campaign.outside.PlayedProvider;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Message;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What begins journeys, by which way they send, and what doesn't go any more. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class JourneyTriggersIT extends JourneyScene {
    /** As the settings of the tests have it. */
    private static final int CAP_OVER_ALL = 200;

    @Inject
    Grants grants;

    @Test
    void aWebHookTakesTheMessageSignedToWhoAllowsPush() throws SQLException {
        CampaignApi campaign = starts(new CampaignApi("j-" + UUID.randomUUID()), """
            name: Push
            kind: welcome
            trigger: {type: first_visit}
            channels: [webhook]
            variations:
              - id: only
                content:
                  en: {subject: "Hello", text: "There"}
            """);
        Subscriber visitor = new Subscriber(grants.somebody(Purpose.PERSONALIZATION, Purpose.MARKETING_PUSH));

        visitor.does(EventType.PRODUCT_VIEW, "kettle");

        String address = PlayedPrivacy.addressOf(visitor.pseudonym());
        eventually()
                .untilAsserted(() -> assertThat(OutsideWorld.callsTo(address)).hasSize(1));
        PlayedProvider.Call call = OutsideWorld.callsTo(address).getFirst();
        assertThat(call.body()).contains("\"type\":\"message.push\"");
        assertThatCode(() -> new Webhook(PlayedProvider.SECRET).verify(call.body(), call.headers()))
                .doesNotThrowAnyException();
        assertThat(firings(campaign, visitor)).containsExactly("sent/sent");
    }

    @Test
    void whatIsBackInStockIsToldToWhoLookedForIt() throws SQLException {
        String product = "tea-" + UUID.randomUUID();
        stock(product, Availability.OUT_OF_STOCK, Instant.now().minusSeconds(60));
        CampaignApi campaign = runs("{type: back_in_stock}", "");
        Subscriber looked = Subscriber.fresh();
        Subscriber elsewhere = Subscriber.fresh();
        looked.does(EventType.PRODUCT_VIEW, product);
        elsewhere.does(EventType.PRODUCT_VIEW, "kettle");
        eventually()
                .untilAsserted(() -> assertThat(
                                one(
                                        "select count(*) from person_item where product_id = '" + product
                                                + "' and exists (select from product p where p.product_id = person_item.product_id and not p.available)"))
                        .isEqualTo("1"));

        stock(product, Availability.IN_STOCK, Instant.now());

        eventually().untilAsserted(() -> assertThat(firings(campaign, looked)).containsExactly("sent/sent"));
        assertThat(journeys(campaign, elsewhere)).isEmpty();
    }

    @Test
    void anOrderThatComesAgainUnderAnotherMessageIdSendsOnce() throws SQLException {
        CampaignApi campaign = starts(new CampaignApi("j-" + UUID.randomUUID()), """
            name: After purchase
            kind: price_watch
            trigger: {type: after_purchase, after: PT1S}
            channels: [email]
            caps: {perPerson: {times: 5, window: P30D}}
            variations:
              - id: only
                content:
                  en: {subject: "Thanks", text: "There {links.unsubscribe}"}
            """);
        Subscriber buyer = Subscriber.fresh();
        ShopEvent order = buyer.shopper().event(EventType.PURCHASE, "kettle").toBuilder()
                .setOrder(Order.newBuilder().setOrderId("o-1"))
                .build();
        buyer.writes(order);
        eventually().untilAsserted(() -> assertThat(firings(campaign, buyer)).containsExactly("sent/sent"));

        ShopEvent again =
                order.toBuilder().setMessageId("again-" + order.getMessageId()).build();
        ShopEvent another = order.toBuilder()
                .setMessageId("other-" + order.getMessageId())
                .setOrder(Order.newBuilder().setOrderId("o-2"))
                .build();
        buyer.writes(again);
        buyer.writes(another);

        eventually()
                .untilAsserted(() -> assertThat(firings(campaign, buyer)).containsExactly("sent/sent", "sent/sent"));
        assertThat(all("select occasion from journey" + where(campaign, buyer) + " order by id"))
                .containsExactly("order:o-1", "order:o-2");
    }

    @Test
    void whoHasReviewedIsAskedForNoReview() throws SQLException {
        CampaignApi campaign = runs("{type: review_request, after: PT1H}", "");
        Subscriber silent = Subscriber.fresh();
        Subscriber reviews = Subscriber.fresh();
        silent.does(EventType.PURCHASE, "kettle");
        reviews.does(EventType.PURCHASE, "kettle");
        // What comes with the purchase in one batch begins nothing at all.
        eventually().untilAsserted(() -> {
            assertThat(journeys(campaign, silent)).containsExactly("waiting");
            assertThat(journeys(campaign, reviews)).containsExactly("waiting");
        });
        reviews.does(EventType.REVIEW, "kettle");
        eventually().untilAsserted(() -> assertThat(firings(campaign, reviews)).containsExactly("cancelled/reviewed"));

        comesDue(campaign);

        eventually().untilAsserted(() -> assertThat(firings(campaign, silent)).containsExactly("sent/sent"));
        assertThat(firings(campaign, reviews)).containsExactly("cancelled/reviewed");
        assertThat(messages(campaign, reviews)).isZero();
    }

    @Test
    void whoLeavesASegmentBeginsAndWhoEntersItDoesNot() throws SQLException {
        String segment = "s-" + UUID.randomUUID();
        CampaignApi campaign = runs("{type: segment_left, segment: " + segment + "}", "");
        Subscriber leaves = Subscriber.fresh();
        leaves.shopper().moves(segment, Direction.ENTERED, 1);
        Subscriber stays = Subscriber.fresh();
        stays.shopper().moves(segment, Direction.ENTERED, 1);
        eventually()
                .untilAsserted(() -> assertThat(
                                one("select count(*) from segment_member where segment_id = '" + segment + "'"))
                        .isEqualTo("2"));
        assertThat(journeys(campaign, leaves)).isEmpty();

        leaves.shopper().moves(segment, Direction.LEFT, 2);

        eventually().untilAsserted(() -> assertThat(firings(campaign, leaves)).containsExactly("sent/sent"));
        assertThat(journeys(campaign, stays)).isEmpty();
    }

    @Test
    void whoClickedGoesTheOtherWay() throws SQLException {
        CampaignApi campaign = runsSteps(
                "\"steps\": [{\"send\": \"a\"}, {\"wait\": \"P1D\"},"
                        + " {\"branch\": {\"if\": \"clicked\", \"then\": [{\"send\": \"b\"}], \"else\": [{\"send\": \"c\"}]}}],",
                "Second");
        Subscriber clicks = Subscriber.fresh();
        Subscriber doesNot = Subscriber.fresh();
        clicks.shopper().moves(segment(campaign), Direction.ENTERED, 1);
        doesNot.shopper().moves(segment(campaign), Direction.ENTERED, 1);
        eventually()
                .untilAsserted(() -> assertThat(messages(campaign, clicks) + messages(campaign, doesNot))
                        .isEqualTo(2));

        clicks.writes(clicks.shopper().event(EventType.MESSAGE_CLICKED, "kettle").toBuilder()
                .clearItems()
                .setMessage(Message.newBuilder().setCampaignId(campaign.id()))
                .build());
        eventually()
                .untilAsserted(() -> assertThat(all("select seen from journey" + where(campaign, clicks)))
                        .containsExactly("clicked"));
        drain(campaign, Instant.now().plus(Duration.ofDays(1).plusHours(1)));

        assertThat(words(campaign, clicks)).containsExactly("1 First", "1 Second b");
        assertThat(words(campaign, doesNot)).containsExactly("1 First", "1 Second c");
    }

    @Test
    void whatWasDueDuringAPauseOfAWeekIsDroppedAndNotSentAtOnce() throws SQLException {
        CampaignApi campaign = runs("{type: cart_abandonment, after: PT1H}", "");
        Subscriber leaves = Subscriber.fresh();
        leaves.does(EventType.CART_ADD, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, leaves)).containsExactly("waiting"));
        campaign.step("anna", "pause").statusCode(200);
        campaign.step("anna", "resume").statusCode(200);

        drain(campaign, Instant.now().plus(Duration.ofDays(7)));

        assertThat(firings(campaign, leaves)).containsExactly("stale/overdue");
        assertThat(messages(campaign, leaves)).isZero();
        assertThat(journeys(campaign, leaves)).containsExactly("done");
        why(campaign, leaves.pseudonym()).body("lately.text", hasItem(containsString("would come too late")));
    }

    @Test
    void placementsAndMessagesCountTogetherBothWays() throws SQLException {
        CampaignApi sends = runs("{type: after_purchase, after: PT1S}", "");
        CampaignApi shows = new CampaignApi("p-" + UUID.randomUUID());
        starts(shows, shows.definition("Hello"));
        Subscriber buyer = Subscriber.fresh();
        shown(buyer, CAP_OVER_ALL - 1);
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(firings(sends, buyer)).containsExactly("sent/sent"));

        why(shows, buyer.pseudonym()).body("hindrances.rule", hasItem("cap-over-all"));
        Storefront.asks(shows.id(), buyer.shopper()).body("campaign", nullValue());

        Subscriber other = Subscriber.fresh();
        shown(other, CAP_OVER_ALL);
        other.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(firings(sends, other)).containsExactly("capped/caps.overAll"));
    }

    private void shown(Subscriber to, int times) throws SQLException {
        all("""
            with made as (
                insert into decision (id, pseudonym, placement, campaign_id, campaign_version, variation, holdout, propensity,
                    request_hash, decided_at, answer)
                select '%1$s-' || n, '%1$s', 'elsewhere', 'other', 1, 'a', false, 1, 'x', now() - interval '1 hour', '{}'
                from generate_series(1, %2$d) n returning id)
            select count(*) from made
            """.formatted(to.pseudonym(), times));
    }

    private static ValidatableResponse why(CampaignApi campaign, String pseudonym) {
        return CampaignApi.as("anna")
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"" + pseudonym + "\"}")
                .post("/v1/campaigns/" + campaign.id() + "/why")
                .then()
                .statusCode(200);
    }

    private static void stock(String product, Availability availability, Instant at) {
        TestRecords.write(
                Topic.CATALOG,
                product,
                Product.newBuilder()
                        .setProductId(product)
                        .setTitle("Blue kettle")
                        .setAvailability(availability)
                        .setSourceTime(Timestamp.newBuilder().setSeconds(at.getEpochSecond()))
                        .build()
                        .toByteArray());
    }
}
