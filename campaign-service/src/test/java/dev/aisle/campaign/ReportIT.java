package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.Promotion;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People count in the arm they were assigned to, and words say no more than figures allow. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ReportIT {
    @Inject
    Grants grants;

    @Inject
    ReadCampaigns campaigns;

    @Inject
    AgroalDataSource database;

    private final CampaignApi campaign = new CampaignApi("rep-" + UUID.randomUUID());

    private void start() {
        String definition = campaign.definition("Hello")
                .replace(
                        "\"holdout\": 0,",
                        "\"holdout\": 0.5, \"value\": {\"amount\": 5.00, \"currency\": \"EUR\"},"
                                + " \"goal\": {\"metric\": \"conversion\", \"within\": \"P14D\"},");
        campaign.save("anna", definition, null).statusCode(201);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bert", "approve").statusCode(200);
    }

    /** So many people of an arm, the first of whom ordered for so much; one more ordered too late, and another one before. */
    private void people(boolean holdout, int number, int ordered, long paid) throws SQLException {
        String key = campaign.id() + (holdout ? "h" : "t");
        execute("""
                insert into campaign_person (campaign_id, campaign_version, pseudonym, holdout, variation, first_at)
                select '%1$s', 1, '%2$s' || n, %3$s, '%4$s', now() - interval '20 days' from generate_series(1, %5$d) n
                """.formatted(campaign.id(), key, holdout, holdout ? "" : "only", number));
        execute("""
                insert into campaign_order (message_id, pseudonym, revenue_minor, currency, ordered_at)
                select '%1$s' || n, '%1$s' || n, %2$d, 'EUR', now() - interval '19 days' from generate_series(1, %3$d) n
                union all select '%1$slate', '%1$s%4$d', %2$d, 'EUR', now() - interval '5 days'
                union all select '%1$searly', '%1$s%5$d', %2$d, 'EUR', now() - interval '21 days'
                """.formatted(key, paid, ordered, ordered + 1, ordered + 2));
    }

    private JsonPath report() {
        return campaign.reads("/report").statusCode(200).extract().jsonPath();
    }

    @Test
    void theEffectIsTheArmsDifferenceWithItsIntervalAndEventsCountWithinSeconds() throws SQLException {
        start();
        people(false, 400, 120, 2_000);
        people(true, 400, 60, 2_000);

        JsonPath before = report();

        assertThat(before.getDouble("arms.find { it.arm == 'treated' }.converted.sum"))
                .isEqualTo(120.0);
        assertThat(before.getDouble("arms.find { it.arm == 'holdout' }.revenue.sumOfSquares"))
                .isEqualTo(60 * 2_000.0 * 2_000.0);
        assertThat(before.getDouble("effect.conversionsPerHundred.value")).isCloseTo(15, within(1e-6));
        double error = 100 * Math.sqrt(0.3 * 0.7 / 399 + 0.15 * 0.85 / 399);
        assertThat(before.getDouble("effect.conversionsPerHundred.low")).isCloseTo(15 - 1.963 * error, within(0.01));
        assertThat(before.getDouble("effect.revenue.value")).isCloseTo(120_000, within(1e-3));
        // Who ordered paid 2,000 each, over 400 people.
        assertThat(before.getDouble("effect.revenue.low"))
                .isCloseTo(120_000 - 400 * 2_000 * 1.963 * error / 100, within(100.0));
        assertThat(before.getDouble("effect.revenuePerPerson.high"))
                .isCloseTo(300 + 2_000 * 1.963 * error / 100, within(0.3));
        assertThat(before.getList("words", String.class).getFirst())
                .startsWith("Of a hundred people, 15.00 more ordered within 14 days than without it");
        assertThat(campaign.reads("/report?format=csv").extract().asString())
                .startsWith("metric,arm,variation,n,sum")
                .contains("converted,treated,only,400,120.0,120.0");

        Shopper shopper = treated();
        String decision = Storefront.asks(campaign.id(), shopper)
                .body("campaign.id", equalTo(campaign.id()))
                .extract()
                .path("decisionId");
        buys(shopper, decision);

        eventually().untilAsserted(() -> {
            JsonPath after = report();
            assertThat(after.getInt("arms.find { it.arm == 'treated' }.people")).isEqualTo(401);
            assertThat(after.getDouble("arms.find { it.arm == 'treated' }.converted.sum"))
                    .isEqualTo(121.0);
            assertThat(after.getDouble("arms.find { it.arm == 'treated' }.revenue.sum"))
                    .isEqualTo(241_299.0);
            assertThat(one("select count(clicked_at)::text from campaign_contact where id = '" + decision + "'"))
                    .isEqualTo("1");
        });
        shopper.asksForErasure();
        eventually()
                .untilAsserted(() -> assertThat(report().getInt("arms.find { it.arm == 'treated' }.people"))
                        .isEqualTo(400));
    }

    @Test
    void ofFewPeopleNothingIsToldAndANoisyDifferenceIsNone() throws SQLException {
        start();
        people(false, 10, 5, 100);
        campaign.reads("/report")
                .body("told", equalTo(false))
                .body("arms", hasSize(0))
                .body("effect", nullValue())
                .body("words[0]", startsWith("Of fewer than 20 people"));
        execute("delete from campaign_person where campaign_id = '" + campaign.id() + "'");
        execute("delete from campaign_order where pseudonym like '" + campaign.id() + "%'");
        people(false, 50, 5, 100);
        people(true, 10, 3, 100);

        campaign.reads("/report")
                .body("arms", hasSize(0))
                .body("effect", nullValue())
                .body("words", hasItem(startsWith("There is no comparison group of enough people")));
        execute("delete from campaign_person where campaign_id = '" + campaign.id() + "'");
        execute("delete from campaign_order where pseudonym like '" + campaign.id() + "%'");
        people(false, 50, 6, 100);
        people(true, 50, 5, 100);

        campaign.reads("/report")
                .body("words", hasItem(startsWith("Whether it makes more people order can't be told")));
    }

    @Test
    void satisfactionIsComparedAndWhatSendingCostIsTakenOff() throws SQLException {
        campaign.save(
                        "anna",
                        campaign.definition("Hello")
                                .replace(
                                        "\"holdout\": 0,",
                                        "\"holdout\": 0.5, \"goal\": {\"metric\": \"satisfaction\", \"within\": \"P14D\"},"
                                                + " \"value\": {\"amount\": 5.00, \"currency\": \"EUR\"},"),
                        null)
                .statusCode(201);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bert", "approve").statusCode(200);
        people(false, 400, 120, 2_000);
        people(true, 400, 60, 2_000);
        // Of those who got it 100 speak well and 20 badly, of the others 40 and 40; what comes too late counts nowhere.
        says("t", 1, 100, "stars", "5", 19);
        says("t", 101, 120, "too_often", "null", 19);
        says("h", 1, 40, "useful", "null", 19);
        says("h", 41, 80, "stars", "1", 19);
        says("h", 81, 300, "useful", "null", 2);
        sent(300);

        JsonPath report = report();

        assertThat(report.getDouble("effect.contentPerHundred.value")).isCloseTo(20, within(1e-6));
        assertThat(report.getDouble("effect.contentPerHundred.low")).isBetween(10.0, 20.0);
        assertThat(report.getList("words", String.class).getFirst())
                .startsWith("People are more content: of a hundred, 20.00 more speak well");
        // 2.00 minor units each, as the settings of the tests have it.
        assertThat(report.getDouble("costOf.sending")).isEqualTo(600);
        assertThat(report.getDouble("cost")).isEqualTo(600);
        assertThat(report.getDouble("afterCost.value")).isCloseTo(119_400, within(1e-3));
        assertThat(report.getDouble("returned.value")).isCloseTo(199, within(1e-3));
        assertThat(report.getList("words", String.class))
                .anyMatch(word -> word.startsWith("For each unit spent, 199.00"));
    }

    private void says(String arm, int from, int to, String word, String stars, int daysAgo) throws SQLException {
        execute("""
                insert into campaign_feedback (id, pseudonym, campaign_id, about, word, stars, said_at)
                select gen_random_uuid()::text, '%1$s' || n, 'any', '', '%2$s', %3$s, now() - interval '%4$d days'
                from generate_series(%5$d, %6$d) n
                """.formatted(campaign.id() + arm, word, stars, daysAgo, from, to));
    }

    private void sent(int number) throws SQLException {
        execute("""
                insert into campaign_contact (id, campaign_id, campaign_version, variation, pseudonym, way, at)
                select '%1$s-m' || n, '%1$s', 1, 'only', '%1$st' || n, 'email', now() - interval '20 days'
                from generate_series(1, %2$d + 10) n
                """.formatted(campaign.id(), number));
        execute("""
                insert into message (id, pseudonym, channel, purpose, consent_version, campaign_id, campaign_version, variation,
                    not_after, state, next_at, queued_at, changed_at)
                select '%1$s-m' || n, '%1$st' || n, 'email', 'marketing_email', 1, '%1$s', 1, 'only', now(),
                    case when n <= %2$d then 'delivered' else 'suppressed' end, now(), now(), now()
                from generate_series(1, %2$d + 10) n
                """.formatted(campaign.id(), number));
    }

    private Shopper treated() {
        var running = campaigns.byId(campaign.id()).orElseThrow();
        Shopper shopper = Stream.generate(Shopper::unknown)
                .filter(one -> Assignment.of(running, one.pseudonym()) instanceof Assignment.Treated)
                .findFirst()
                .orElseThrow();
        grants.says(shopper, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        return shopper;
    }

    private static void buys(Shopper shopper, String decision) {
        writes(
                shopper,
                shopper.event(EventType.PROMOTION_CLICK, "tea").toBuilder()
                        .setPromotion(Promotion.newBuilder().setPromotionId(decision))
                        .addGrantedPurposes(Purpose.ANALYTICS)
                        .setOccurredAt(later()));
        writes(
                shopper,
                shopper.event(EventType.PURCHASE, "tea").toBuilder()
                        .setOrder(Order.newBuilder()
                                .setRevenue(
                                        Money.newBuilder().setMinorUnits(1_299).setCurrency("EUR")))
                        .addGrantedPurposes(Purpose.ANALYTICS)
                        .setOccurredAt(later()));
    }

    private static Timestamp later() {
        return Timestamp.newBuilder()
                .setSeconds(Instant.now().getEpochSecond() + 1)
                .build();
    }

    private static void writes(Shopper shopper, ShopEvent.Builder event) {
        shopper.writes(shopper.sealed(event.build(), shopper.pseudonym()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
