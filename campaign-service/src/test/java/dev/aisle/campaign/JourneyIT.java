package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.journeys.domain.Journey;
import dev.aisle.campaign.journeys.store.TimerRepository;
import dev.aisle.campaign.journeys.usecase.FireJourneys;
import dev.aisle.campaign.journeys.usecase.TakeOn;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what somebody does to what comes or doesn't. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class JourneyIT {
    @Inject
    AgroalDataSource database;

    @Inject
    FireJourneys fireJourneys;

    @Inject
    TakeOn takeOn;

    @Inject
    TimerRepository timers;

    @Inject
    Shoppers shoppers;

    private final List<CampaignApi> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(campaign -> campaign.step("anna", "end"));
    }

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
        visitor.does(EventType.PRODUCT_VIEW, "kettle");

        assertThat(visitor.subjects()).containsExactly("你好");
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*) from processed_event where consumer = 'triggers'"
                                + " and event_id = '" + event.getMessageId() + "'"))
                        .isEqualTo("1"));
        assertThat(firings(campaign, visitor)).containsExactly("sent/sent");
        assertThat(visitor.mails()).hasSize(1);
    }

    @Test
    void aPurchaseBeforeTheWaitIsOverCancelsTheAbandonmentAndNobodyElses() throws SQLException {
        told("kettle", 2500, Instant.now().minusSeconds(60));
        CampaignApi campaign = runs("{type: cart_abandonment, after: PT3S}", "");
        Subscriber buys = Subscriber.fresh();
        Subscriber leaves = Subscriber.fresh();
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*) from product where product_id = 'kettle'"))
                        .isEqualTo("1"));

        buys.does(EventType.CART_ADD, "kettle");
        leaves.does(EventType.CART_ADD, "kettle");
        buys.does(EventType.PURCHASE, "kettle");

        eventually().untilAsserted(() -> assertThat(leaves.subjects()).containsExactly("Hello Blue kettle 25.00 EUR"));
        assertThat(firings(campaign, buys)).containsExactly("cancelled/purchase");
        assertThat(messages(campaign, buys)).isZero();
    }

    @Test
    void whoTakesConsentBackDuringTheWaitGetsNothingAlsoAfterANewConsent() throws SQLException {
        CampaignApi campaign = runs("{type: browse_abandonment, after: PT3S}", "");
        Subscriber wavers = Subscriber.fresh();
        wavers.does(EventType.PRODUCT_VIEW, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, wavers)).containsExactly("waiting"));

        wavers.says(2, ConsentStatus.WITHDRAWN, 2);
        wavers.says(3, ConsentStatus.GRANTED, 2);

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
        drain(campaign, Instant.now().plus(Duration.ofDays(3)));

        assertThat(words(campaign, early)).containsExactly("1 First", "1 Second b");
        assertThat(words(campaign, late)).containsExactly("2 First", "2 Changed c");
        assertThat(journeys(campaign, early)).containsExactly("done");
    }

    @Test
    void aProcessThatDiesBetweenClaimAndCommitLosesNothingAndSendsNothingTwice() throws Exception {
        CampaignApi campaign = runs("{type: after_purchase, after: PT5H}", "");
        Subscriber buyer = Subscriber.fresh();
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).containsExactly("waiting"));
        Instant due = Instant.now().plus(Duration.ofHours(6));

        UUID dies = UUID.randomUUID();
        List<Journey> claimed = timers.claim(campaign.id(), due, 10, dies, due.plusSeconds(60));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    takeOn.all(claimed, dies, Map.of(), due);
                    throw new IllegalStateException("dies before the commit");
                }))
                .hasMessageContaining("dies");
        assertThat(claimed).hasSize(1);
        assertThat(messages(campaign, buyer)).isZero();
        assertThat(fireJourneys.round(campaign.id(), due)).as("still held").isZero();

        Instant later = due.plusSeconds(61);
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> rounds = new ArrayList<>();
            for (int replica = 0; replica < 4; replica++) {
                rounds.add(replicas.submit(() -> fireJourneys.round(campaign.id(), later)));
            }
            int taken = 0;
            for (Future<Integer> round : rounds) {
                taken += round.get();
            }
            assertThat(taken).isEqualTo(1);
        }
        // The one who was thought dead comes back.
        takeOn.all(claimed, dies, Map.of(), later);

        assertThat(messages(campaign, buyer)).isEqualTo(1);
        assertThat(firings(campaign, buyer)).containsExactly("sent/sent");
    }

    @Test
    void theClockStrikesOnceAWeekOnThePersonsClockAlsoWhenTheSystemsIsPutBack() throws SQLException {
        CampaignApi campaign = runs("{type: schedule}", "cron: \"0 9 * * 1\"");
        Subscriber reader = Subscriber.fresh();
        reader.does(EventType.PRODUCT_VIEW, "kettle", "en", "Asia/Shanghai");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, reader)).containsExactly("standing"));
        Instant strikes =
                Instant.parse(one("select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " from journey where pseudonym = '" + reader.pseudonym() + "' and campaign_id = '"
                        + campaign.id()
                        + "'"));
        assertThat(strikes.atOffset(ZoneOffset.ofHours(8)).toLocalTime()).isEqualTo(LocalTime.of(9, 0));

        for (Instant now : List.of(
                strikes.minusSeconds(1),
                strikes,
                strikes.plusSeconds(1),
                strikes.minus(Duration.ofHours(1)),
                strikes,
                strikes.plus(Duration.ofDays(1)))) {
            drain(campaign, now);
        }
        assertThat(messages(campaign, reader)).isEqualTo(1);
        drain(campaign, strikes.plus(Duration.ofDays(7)));

        assertThat(messages(campaign, reader)).isEqualTo(2);
    }

    @Test
    void quietHoursPostponeToTheirEndOnThePersonsClock() throws SQLException {
        LocalTime shanghai = LocalTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.MINUTES);
        CampaignApi campaign = runs(
                "{type: first_visit}",
                "quietHours: {from: \"" + shanghai.minusHours(1) + "\", to: \"" + shanghai.plusHours(2) + "\"}");
        Subscriber sleeps = Subscriber.fresh();

        sleeps.does(EventType.PRODUCT_VIEW, "kettle", "en", "Asia/Shanghai");

        eventually()
                .untilAsserted(
                        () -> assertThat(firings(campaign, sleeps)).containsExactly("postponed/schedule.quietHours"));
        assertThat(one("select to_char(due_at at time zone 'Asia/Shanghai', 'HH24:MI:SS') from journey where"
                        + " pseudonym = '"
                        + sleeps.pseudonym() + "' and campaign_id = '" + campaign.id() + "'"))
                .isEqualTo(shanghai.plusHours(2) + ":00");
        fireJourneys.round(campaign.id(), Instant.now().plus(Duration.ofHours(3)));
        assertThat(messages(campaign, sleeps)).isEqualTo(1);
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
    void aPausedCampaignHoldsItsTimersAndAnEndedOneHasNone() throws SQLException {
        CampaignApi campaign = runs("{type: up_sell, after: PT1H}", "");
        Subscriber buyer = Subscriber.fresh();
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).containsExactly("waiting"));
        campaign.step("anna", "pause").statusCode(200);

        fireJourneys.round(campaign.id(), Instant.now().plus(Duration.ofHours(2)));
        assertThat(timers.dueCampaigns(Instant.now().plus(Duration.ofHours(2)))).doesNotContain(campaign.id());
        assertThat(journeys(campaign, buyer)).containsExactly("waiting");
        campaign.step("anna", "end").statusCode(200);

        eventually()
                .untilAsserted(() -> assertThat(firings(campaign, buyer)).containsExactly("cancelled/campaign-ended"));
        assertThat(messages(campaign, buyer)).isZero();
        counts(campaign).statusCode(200).body("versions", hasSize(1)).body("versions[0].ended", equalTo(Map.of()));
        started.clear();
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
        before.movesTo(now);

        eventually().untilAsserted(() -> assertThat(journeys(waits, now)).containsExactly("waiting"));
        assertThat(journeys(waits, before)).isEmpty();
        assertThat(firings(greets, now))
                .as("both were sent it before they were one")
                .hasSize(2);
        fireJourneys.round(waits.id(), Instant.now().plus(Duration.ofDays(4)));
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
                .body("sections.find { it.section == 'journeys' }.rows", not(hasSize(0)));

        buyer.shopper().asksForErasure();

        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).isEmpty());
        assertThat(one("select count(*) from recipient where pseudonym = '" + buyer.pseudonym() + "'"))
                .isEqualTo("0");
        fireJourneys.round(campaign.id(), Instant.now().plus(Duration.ofDays(4)));
        assertThat(messages(campaign, buyer)).isZero();
    }

    private static io.restassured.response.ValidatableResponse counts(CampaignApi campaign) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.MARKETER))
                .get("/v1/journeys?campaign=" + campaign.id())
                .then();
    }

    private CampaignApi runs(String trigger, String schedule) {
        CampaignApi campaign = new CampaignApi("j-" + UUID.randomUUID());
        return starts(campaign, """
            name: Journey
            kind: price_watch
            trigger: %s
            channels: [email]
            schedule: {%s}
            caps: {perPerson: {times: %d, window: P30D}}
            variations:
              - id: only
                content:
                  en: {subject: "Hello {product.title ?: 'you'} {product.price ?: ''}", text: "There {links.unsubscribe}"}
                  zh: {subject: "\\u4f60\\u597d", text: "\\u4f60\\u597d {links.unsubscribe}"}
            """.formatted(trigger, schedule, trigger.contains("schedule") ? 5 : 1));
    }

    private CampaignApi runsSteps(String steps, String second) {
        CampaignApi campaign = new CampaignApi("j-" + UUID.randomUUID());
        return starts(campaign, stepped(campaign, steps, second));
    }

    private static String segment(CampaignApi campaign) {
        return "s" + campaign.id();
    }

    private static String stepped(CampaignApi campaign, String steps, String second) {
        return """
            {"name": "Steps", "kind": "price_watch", "trigger": {"type": "segment_entered", "segment": "%s"},
             "channels": ["email"], %s
             "variations": [
               {"id": "a", "content": {"en": {"subject": "First", "text": "First"}}},
               {"id": "b", "content": {"en": {"subject": "%s b", "text": "b"}}},
               {"id": "c", "content": {"en": {"subject": "%s c", "text": "c"}}}]}
            """.formatted(segment(campaign), steps, second, second);
    }

    private CampaignApi starts(CampaignApi campaign, String definition) {
        if (definition.startsWith("name")) {
            CampaignApi.yaml("anna")
                    .body(definition)
                    .put("/v1/campaigns/" + campaign.id())
                    .then()
                    .statusCode(201);
        } else {
            campaign.save("anna", definition, null).statusCode(201);
        }
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bo", "approve").statusCode(200);
        started.add(campaign);
        return campaign;
    }

    private static void told(String product, long minorUnits, Instant at) {
        TestRecords.write(
                Topic.CATALOG,
                product,
                Product.newBuilder()
                        .setProductId(product)
                        .setTitle("Blue kettle")
                        .setPrice(Money.newBuilder().setMinorUnits(minorUnits).setCurrency("EUR"))
                        .setSourceTime(Timestamp.newBuilder()
                                .setSeconds(at.getEpochSecond())
                                .setNanos(at.getNano()))
                        .build()
                        .toByteArray());
    }

    /** Whoever else is known here stands on schedules, too. */
    private void drain(CampaignApi campaign, Instant now) {
        int claimed;
        do {
            claimed = fireJourneys.round(campaign.id(), now);
        } while (claimed > 0);
    }

    private List<String> journeys(CampaignApi campaign, Subscriber of) throws SQLException {
        return all("select state from journey" + where(campaign, of) + " order by id");
    }

    private List<String> firings(CampaignApi campaign, Subscriber of) throws SQLException {
        return all("select outcome || '/' || rule from journey_firing" + where(campaign, of) + " order by number");
    }

    private List<String> words(CampaignApi campaign, Subscriber of) throws SQLException {
        return all(
                "select campaign_version || ' ' || case when variation = 'a' then 'First' else subject end from message"
                        + where(campaign, of) + " order by queued_at");
    }

    private int messages(CampaignApi campaign, Subscriber of) throws SQLException {
        return all("select id from message" + where(campaign, of)).size();
    }

    private static String where(CampaignApi campaign, Subscriber of) {
        return " where campaign_id = '" + campaign.id() + "' and pseudonym = '" + of.pseudonym() + "'";
    }

    private String one(String sql) throws SQLException {
        return all(sql).getFirst();
    }

    private List<String> all(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
