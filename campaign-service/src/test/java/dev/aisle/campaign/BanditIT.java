package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.results.bandits.LearnWeights;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is shown more often, by which probabilities, and what another policy would have earned. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class BanditIT {
    @Inject
    Grants grants;

    @Inject
    LearnWeights learnWeights;

    @Inject
    AgroalDataSource database;

    private final CampaignApi campaign = new CampaignApi("ban-" + UUID.randomUUID());

    private void start(String bandit) {
        String definition = """
                {"name": "Spring", "kind": "coupon", "placements": ["%s"], "holdout": 0, "assignment": {"bandit": %s},
                 "variations": [
                   {"id": "plain", "weight": 0.5, "content": {"en": {"title": "Tea", "body": "There"}}},
                   {"id": "bold", "weight": 0.5, "content": {"en": {"title": "Tea!", "body": "There"}}}]}
                """.formatted(campaign.id(), bandit);
        campaign.save("anna", definition, null).statusCode(201);
    }

    private void run() {
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bert", "approve").statusCode(200);
    }

    /** So many people who were shown a variation an hour ago, the first of whom clicked at once. */
    private void shown(String variation, int context, int number, int clicked) throws SQLException {
        execute("""
                insert into campaign_contact (id, campaign_id, campaign_version, variation, pseudonym, way, at, clicked_at,
                    propensity, context)
                select '%1$s-%2$s-%3$d-' || n, '%1$s', 1, '%2$s', '%1$s-%2$s-%3$d-' || n, 'home', now() - interval '1 hour',
                    case when n <= %5$d then now() - interval '1 hour' + interval '1 second' end, 0.5, %3$d
                from generate_series(1, %4$d) n
                """.formatted(campaign.id(), variation, context, number, clicked));
    }

    private void orders(String variation, int number) throws SQLException {
        execute("""
                insert into campaign_order (message_id, pseudonym, revenue_minor, currency, ordered_at)
                select '%1$s-%2$s-' || n, '%1$s-%2$s-0-' || n, 1000, 'EUR', now() - interval '1 hour' + interval '1 second'
                from generate_series(1, %3$d) n
                """.formatted(campaign.id(), variation, number));
    }

    private JsonPath learned() {
        return campaign.reads("/bandit").statusCode(200).extract().jsonPath();
    }

    @Test
    void theBetterVariationIsShownMoreOftenAndAnOrderCountsOnceWhereItWasShown() throws Exception {
        start("{\"policy\": \"thompson\", \"goal\": \"conversion\", \"floor\": 0.1, \"within\": \"PT5S\"}");
        shown("plain", 0, 2_000, 0);
        shown("bold", 0, 2_000, 0);
        orders("plain", 100);
        orders("bold", 600);
        // Shown both, bought once: that counts for the later one.
        execute("""
                insert into campaign_contact (id, campaign_id, campaign_version, variation, pseudonym, way, at, propensity)
                select '%1$s-later', '%1$s', 1, 'plain', '%1$s-bold-0-1', 'home', at + interval '500 milliseconds', 0.5
                from campaign_contact where id = '%1$s-bold-0-1'
                """.formatted(campaign.id()));
        run();

        learns();

        JsonPath first = learned();
        String arms = "epochs[0].contexts[0].variations.";
        assertThat(first.getDouble(arms + "find { it.id == 'bold' }.weight")).isBetween(0.85, 0.9001);
        // Each person with the latest contact, and with noise of 29 people.
        assertThat(first.getLong(arms + "find { it.id == 'bold' }.n")).isCloseTo(1_999, within(160L));
        assertThat(first.getDouble(arms + "find { it.id == 'bold' }.reward")).isCloseTo(0.3, within(0.08));
        assertThat(first.getDouble(arms + "find { it.id == 'plain' }.reward")).isCloseTo(0.05, within(0.08));
        assertThat(first.getList("words", String.class))
                .anySatisfy(words ->
                        assertThat(words).contains("orders of a hundred in").contains("people"));
        String inForce = "select weights::json->'0'->>%d from bandit_weights where campaign_id = '" + campaign.id()
                + "' and epoch = 1";
        double plain = Double.parseDouble(one(inForce.formatted(0)));
        double bold = Double.parseDouble(one(inForce.formatted(1)));
        assertThat(bold).isBetween(0.85, 0.9001);
        assertThat(bold + plain).isCloseTo(1, within(1e-6));

        Shopper shopper = askedByEpoch(1);
        String of = " from campaign_contact where pseudonym = '" + shopper.pseudonym() + "'";
        long shownAt = Long.parseLong(one("select floor(extract(epoch from at))::bigint::text" + of));
        ShopEvent bought = buys(shopper, shownAt + 1);
        shopper.writes(bought);
        String variation = one("select variation" + of);
        double propensity = Double.parseDouble(one("select propensity::text" + of));
        assertThat(propensity).isCloseTo(variation.equals("bold") ? bold : plain, within(1e-6));
        Exposure exposure = exposure(shopper);
        assertThat(exposure.getPropensity()).isCloseTo(propensity, within(1e-12));
        assertThat(exposure.getPolicyVersion()).endsWith("#" + campaign.id() + "@1/epoch-1");

        String evidence = "select evidence from bandit_weights where campaign_id = '" + campaign.id()
                + "' order by epoch desc limit 1";
        eventually().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(one(evidence)).contains(variation.equals("bold") ? "\"sum\":600.0" : "\"sum\":102.0");
        });

        // The same event again and an order that comes too late: nothing new to learn.
        String known = one(evidence);
        shopper.writes(bought);
        shopper.writes(buys(shopper, shownAt + 60));
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*)::text from campaign_order where pseudonym = '"
                                + shopper.pseudonym() + "'"))
                        .isEqualTo("2"));
        learnWeights.learn();
        assertThat(one(evidence)).isEqualTo(known);
    }

    private void learns() {
        eventually().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(learned().getList("epochs")).hasSize(1);
        });
    }

    /** Somebody new, asked as often as it takes for the epoch to be in force. */
    private Shopper askedByEpoch(int epoch) {
        Shopper[] last = new Shopper[1];
        eventually().untilAsserted(() -> {
            last[0] = grants.somebody(Purpose.PERSONALIZATION, Purpose.ANALYTICS);
            Storefront.asks(campaign.id(), last[0]).body("campaign.id", equalTo(campaign.id()));
            assertThat(one("select epoch::text from campaign_contact where pseudonym = '" + last[0].pseudonym() + "'"))
                    .isEqualTo(Integer.toString(epoch));
        });
        return last[0];
    }

    private static Exposure exposure(Shopper shopper) throws InvalidProtocolBufferException {
        var record =
                TestRecords.awaitKey(Topic.EXPOSURES, 1, shopper.pseudonym()).getFirst();
        return Arc.container()
                .instance(PayloadSeals.class)
                .get()
                .open(record.topic(), Exposure.parseFrom(record.value()), Sealables.EXPOSURE)
                .orElseThrow();
    }

    private static ShopEvent buys(Shopper shopper, long epochSecond) {
        return shopper.sealed(
                shopper.event(EventType.PURCHASE, "tea").toBuilder()
                        .setOrder(Order.newBuilder()
                                .setRevenue(
                                        Money.newBuilder().setMinorUnits(1_299).setCurrency("EUR")))
                        .addGrantedPurposes(Purpose.ANALYTICS)
                        .setOccurredAt(Timestamp.newBuilder().setSeconds(epochSecond))
                        .build(),
                shopper.pseudonym());
    }

    @Test
    void whatOneSegmentLikesIsShownToThatSegment() throws SQLException {
        String segment = "vip-" + UUID.randomUUID();
        start("{\"policy\": \"linucb\", \"goal\": \"clicks\", \"features\": [\"" + segment + "\"]}");
        shown("plain", 0, 4_000, 1_200);
        shown("bold", 0, 4_000, 200);
        shown("plain", 1, 4_000, 200);
        shown("bold", 1, 4_000, 1_200);
        run();
        learns();

        JsonPath learned = learned();

        assertThat(learned.getDouble("epochs[0].contexts.find { it.segments.isEmpty() }.variations"
                        + ".find { it.id == 'plain' }.weight"))
                .isCloseTo(0.95, within(1e-6));
        assertThat(learned.getDouble("epochs[0].contexts.find { it.segments == ['" + segment + "'] }.variations"
                        + ".find { it.id == 'bold' }.weight"))
                .isCloseTo(0.95, within(1e-6));
        Shopper member = grants.somebody(Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        member.moves(segment, Direction.ENTERED, 1);
        String its = "select max(context || '/' || epoch) from campaign_contact where pseudonym = '"
                + member.pseudonym() + "'";
        eventually().untilAsserted(() -> {
            Storefront.asks(campaign.id(), member).statusCode(200);
            assertThat(one(its)).isEqualTo("1/1");
        });
    }

    @Test
    void aPolicyIsJudgedByTheLogBeforeItIsInForce() throws SQLException {
        String segment = "vip-" + UUID.randomUUID();
        start("{\"policy\": \"thompson\", \"goal\": \"clicks\", \"features\": [\"" + segment + "\"]}");
        shown("plain", 0, 10, 2);
        asks("{\"always\": \"bold\"}").statusCode(200).body("told", equalTo(false));
        assertThat(log()).isEqualTo("timestamp,item_id,variation,click,propensity_score,context\n");
        execute("delete from campaign_contact where campaign_id = '" + campaign.id() + "'");
        shown("plain", 0, 40_000, 12_000);
        shown("bold", 0, 40_000, 4_000);
        shown("plain", 1, 40_000, 4_000);
        shown("bold", 1, 40_000, 12_000);

        JsonPath same = asks("{\"always\": \"bold\"}")
                .body("told", equalTo(true))
                .body("estimates.trustworthy", equalTo(true))
                .body("words", hasItem("So it can't be told whether it would have been better."))
                .extract()
                .jsonPath();
        assertThat(same.getLong("n")).isCloseTo(160_000, within(700L));
        assertThat(same.getDouble("earned")).isCloseTo(0.2, within(0.01));
        assertThat(same.getDouble("estimates.ips.value")).isCloseTo(0.2, within(0.01));
        assertThat(same.getDouble("estimates.effectiveSampleSize")).isCloseTo(80_000, within(1_000.0));
        JsonPath better = asks("{\"segments\": [{\"segment\": \"" + segment
                        + "\", \"weights\": {\"bold\": 1}}], \"otherwise\": {\"plain\": 1}}")
                .body("words", hasItem("So it would have been better."))
                .extract()
                .jsonPath();
        assertThat(better.getDouble("estimates.dr.value")).isCloseTo(0.3, within(0.02));
        assertThat(better.getDouble("estimates.snips")).isCloseTo(0.3, within(0.02));
        asks("{\"bandit\": \"linucb\"}").body("words[0]", startsWith("The bandit learned from the older half"));
        asks("{\"weights\": {\"bold\": 0.5}}")
                .statusCode(422)
                .body("errors[0].field", equalTo("policy.weights"))
                .body("errors[0].message", containsString("sum to 1"));
        asks("{\"segments\": [{\"segment\": \"others\", \"weights\": {\"bold\": 1}}], \"otherwise\": {\"plain\": 1}}")
                .statusCode(422)
                .body("errors[0].message", containsString("assignment.bandit.features"));
        asks("{}").statusCode(400);
        assertThat(log().lines()).hasSizeBetween(159_300, 160_700).noneMatch(line -> line.contains(campaign.id()));
    }

    /** The attack: who knows everybody else reads before and after somebody is shown a variation and clicks, and subtracts. */
    @Test
    void onePersonWhoActsChangesNothingThatAnybodyReads() throws SQLException {
        start("{\"policy\": \"thompson\", \"goal\": \"clicks\", \"floor\": 0.1, \"within\": \"PT5S\"}");
        shown("plain", 0, 2_000, 100);
        shown("bold", 0, 2_000, 600);
        run();
        learns();
        String before = figures();
        String policy = asks("{\"always\": \"bold\"}").extract().asString();
        String log = log();

        shown("one-more", 0, 1, 1);
        execute("update campaign_contact set variation = 'bold' where variation = 'one-more'");
        // The service learns by itself as well, one at a time.
        eventually().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(one("select count(*)::text from bandit_weights where campaign_id = '" + campaign.id() + "'"))
                    .as("epochs in force")
                    .isEqualTo("2");
        });
        assertThat(figures()).isEqualTo(before);
        assertThat(asks("{\"always\": \"bold\"}").extract().asString()).isEqualTo(policy);
        assertThat(log()).isEqualTo(log);
    }

    private String figures() {
        return campaign.reads("/bandit").extract().asString();
    }

    private ValidatableResponse asks(String policy) {
        return CampaignApi.as("reads-" + campaign.id())
                .contentType(ContentType.JSON)
                .body("{\"campaign\": \"" + campaign.id() + "\", \"policy\": " + policy + "}")
                .post("/v1/policy-evaluations")
                .then();
    }

    private String log() {
        return CampaignApi.as("reads-" + campaign.id())
                .get("/v1/policy-evaluations/log?campaign=" + campaign.id())
                .then()
                .statusCode(200)
                .extract()
                .asString();
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
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
