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
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.Promotion;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People count in the arm they were assigned to, and words say no more than figures allow. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ReportIT {
    /** Of a number of an arm: somebody touches five. */
    private static final double NOISE = GuardLevel.DEFAULT.deviation() * Math.sqrt(5);

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

    /** Without what the reader has left, which each reader has of their own. */
    private Map<String, Object> figures(String reader) {
        Map<String, Object> all = CampaignApi.as(reader)
                .get("/v1/campaigns/" + campaign.id() + "/report")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        all.remove("left");
        return all;
    }

    @Test
    void theEffectIsTheArmsDifferenceWithAnIntervalThatAccountsForTheNoise() throws SQLException {
        start();
        people(false, 20_000, 6_000, 2_000);
        people(true, 20_000, 3_000, 2_000);

        JsonPath report = report();

        assertThat(report.getDouble("arms.find { it.arm == 'treated' }.converted.sum"))
                .isCloseTo(6_000, within(5 * NOISE));
        assertThat(report.getDouble("arms.find { it.arm == 'holdout' }.revenue.sum"))
                .isCloseTo(6e6, within(5 * NOISE * 2_000));
        assertThat(report.getDouble("arms[0].mostRevenue")).isEqualTo(2_000);
        double value = report.getDouble("effect.conversionsPerHundred.value");
        assertThat(value).isCloseTo(15, within(1.4));
        double sample = 0.3 * 0.7 / 20_000 + 0.15 * 0.85 / 20_000;
        double noise = NOISE * NOISE * (1 + 0.3 * 0.3 + 1 + 0.15 * 0.15) / 20_000 / 20_000;
        assertThat(value - report.getDouble("effect.conversionsPerHundred.low"))
                .isCloseTo(100 * 1.96 * Math.sqrt(sample + noise), within(0.03));
        assertThat(report.getDouble("effect.revenue.value")).isCloseTo(6e6, within(0.6e6));
        assertThat(report.getDouble("effect.revenue.low")).isPositive();
        assertThat(report.getList("words", String.class).getFirst())
                .startsWith("Of a hundred people, 1")
                .contains("more ordered within 14 days than without it");
        assertThat(campaign.reads("/report?format=csv").extract().asString())
                .startsWith("metric,arm,variation,n,sum")
                .contains("converted,treated,only,");
    }

    /** The attack: who knows everybody else reads before and after somebody comes, buys and goes, and subtracts. */
    @Test
    void onePersonWhoActsChangesNothingThatAnybodyReads() throws SQLException {
        start();
        people(false, 2_000, 600, 2_000);
        people(true, 2_000, 300, 2_000);
        Map<String, Object> before = figures("anna");
        String list = list();
        assertThat(before).containsEntry("told", true);

        Shopper shopper = treated();
        String decision = Storefront.asks(campaign.id(), shopper)
                .body("campaign.id", equalTo(campaign.id()))
                .extract()
                .path("decisionId");
        buys(shopper, decision);
        eventually().untilAsserted(() -> {
            assertThat(one("select count(clicked_at)::text from campaign_contact where id = '" + decision + "'"))
                    .isEqualTo("1");
            assertThat(one("select count(*)::text from campaign_order where pseudonym = '" + shopper.pseudonym() + "'"))
                    .isEqualTo("1");
        });

        assertThat(figures("anna")).isEqualTo(before);
        assertThat(figures("bert")).as("another reader").isEqualTo(before);
        assertThat(list()).isEqualTo(list);
        shopper.asksForErasure();
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*)::text from campaign_person where pseudonym = '"
                                + shopper.pseudonym() + "'"))
                        .isEqualTo("0"));
        assertThat(figures("anna")).isEqualTo(before);
    }

    private String list() {
        return ConsoleSession.of("anna", "marketer")
                .get("/console/campaigns/results/csv")
                .body()
                .lines()
                .filter(line -> line.startsWith(campaign.id()))
                .collect(Collectors.joining());
    }

    @Test
    void whoseDayIsUsedUpIsToldSoAndSeesWhatStands() throws SQLException {
        start();
        people(false, 2_000, 600, 2_000);
        execute("insert into guard_day (reader, day, answers) values ('carl-" + campaign.id()
                + "', (now() at time zone 'UTC')::date, 20)");
        assertThat(figures("carl-" + campaign.id()))
                .containsEntry("told", false)
                .containsEntry("withheld", "none-left")
                .doesNotContainKey("countedAt");

        Map<String, Object> seen = figures("anna");

        assertThat(seen).containsEntry("told", true).containsKey("countedAt").doesNotContainKey("withheld");
        assertThat(figures("carl-" + campaign.id())).isEqualTo(seen);
    }

    @Test
    void ofFewPeopleNothingIsToldAndANoisyDifferenceIsNone() throws SQLException {
        start();
        people(false, 1, 0, 100);
        campaign.reads("/report")
                .body("told", equalTo(false))
                .body("withheld", equalTo("too-few-people"))
                .body("arms", hasSize(0))
                .body("effect", nullValue())
                .body("words[0]", startsWith("Too few people who allow analytics"));

        // Noise alone shows a group of one now and then, and hardly ever in both of two reports.
        assertThat(List.of(besideOnePerson(1_000), besideOnePerson(2_000))).anySatisfy(report -> {
            assertThat(report.getList("arms")).isEmpty();
            assertThat(report.getMap("effect")).isNull();
            assertThat(report.getList("words", String.class))
                    .anyMatch(word -> word.startsWith("There is no comparison group of enough people"));
        });
        nobody();
        people(false, 60_000, 6_000, 100);
        people(true, 60_000, 6_000, 100);

        campaign.reads("/report")
                .body("words", hasItem(startsWith("Whether it makes more people order can't be told")));
    }

    private JsonPath besideOnePerson(int treated) throws SQLException {
        nobody();
        people(false, treated, 50, 100);
        people(true, 1, 0, 100);
        return report();
    }

    private void nobody() throws SQLException {
        execute("delete from campaign_person where campaign_id = '" + campaign.id() + "'");
        execute("delete from campaign_order where pseudonym like '" + campaign.id() + "%'");
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
        people(false, 20_000, 6_000, 2_000);
        people(true, 20_000, 3_000, 2_000);
        // Of those who got it 5,000 speak well and 1,000 badly, of the others 2,000 and 2,000; what comes too late
        // counts nowhere.
        says("t", 1, 5_000, "stars", "5", 19);
        says("t", 5_001, 6_000, "too_often", "null", 19);
        says("h", 1, 2_000, "useful", "null", 19);
        says("h", 2_001, 4_000, "stars", "1", 19);
        says("h", 4_001, 15_000, "useful", "null", 2);
        sent(15_000);

        JsonPath report = report();

        assertThat(report.getDouble("effect.contentPerHundred.value")).isCloseTo(20, within(2.0));
        assertThat(report.getDouble("effect.contentPerHundred.low")).isBetween(16.0, 20.5);
        assertThat(report.getList("words", String.class).getFirst())
                .startsWith("People are more content: of a hundred, ")
                .contains("more speak well");
        // 2.00 minor units each, as the settings of the tests have it.
        assertThat(report.getDouble("costOf.sending")).isCloseTo(30_000, within(400.0));
        assertThat(report.getDouble("cost")).isEqualTo(report.getDouble("costOf.sending"));
        assertThat(report.getDouble("afterCost.value"))
                .isCloseTo(report.getDouble("effect.revenue.value") - report.getDouble("cost"), within(1e-3));
        assertThat(report.getDouble("returned.value")).isCloseTo(199, within(20.0));
        assertThat(report.getList("words", String.class)).anyMatch(word -> word.startsWith("For each unit spent, "));
        assertThat(report.getLong("responses.reached")).isCloseTo(15_000, within(200L));
        assertThat(report.getLong("responses.delivery.delivered")).isCloseTo(15_000, within(450L));
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
