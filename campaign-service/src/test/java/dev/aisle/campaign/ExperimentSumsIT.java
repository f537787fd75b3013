package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.metrics.usecase.KeepSums;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sums follow events within seconds, and are what a recount makes of exposures and facts whatever happens to a person. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ExperimentSumsIT {
    private static final String DELTA =
            "insert into experiment_delta (experiment_id, phase, variation, metric, n, x, y, b, c,"
                    + " xx, yy, bb, cc, xy, xb, xc, yb, yc, bc) ";

    @Inject
    Grants grants;

    @Inject
    KeepSums keepSums;

    @Inject
    AgroalDataSource database;

    private final String id = "sums-" + UUID.randomUUID();

    private Shopper exposed(String variation) throws SQLException {
        Shopper shopper = grants.somebody(Purpose.ANALYTICS);
        execute("insert into experiment_exposure values ('" + id + "', 1, '" + shopper.pseudonym() + "', '"
                + shopper.pseudonym() + "', '" + variation + "', 0.5, now() - interval '1 day')");
        return shopper;
    }

    private static void buys(Shopper shopper, long minor, Duration ago, boolean robot) {
        ShopEvent event = shopper.event(EventType.PURCHASE, "tea").toBuilder()
                .setOrder(Order.newBuilder()
                        .setRevenue(Money.newBuilder().setMinorUnits(minor).setCurrency("EUR")))
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setContext(Context.newBuilder().setAutomated(robot))
                .setOccurredAt(Timestamp.newBuilder()
                        .setSeconds(Instant.now().minus(ago).getEpochSecond()))
                .build();
        ShopEvent sealed = shopper.sealed(event, shopper.pseudonym());
        shopper.writes(sealed);
        shopper.writes(sealed);
    }

    private void sumsAre(String variation, String metric, String sums) {
        eventually()
                .untilAsserted(() -> assertThat(
                                one("select n || ' ' || trim_scale(x) || ' ' || trim_scale(xx) || ' ' || trim_scale(b)"
                                        + " from experiment_total where experiment_id = '" + id + "' and variation = '"
                                        + variation
                                        + "' and metric = '" + metric + "'"))
                        .isEqualTo(sums));
    }

    private JsonPath recount() {
        return given().auth()
                .oauth2(TestTokens.withRoles("analyst"))
                .post("/v1/experiments/" + id + "/recount")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void sumsFollowEventsErasureKeyChangeMixedUnitsAndWithdrawal() throws SQLException {
        for (String sql : RunningExperiment.rows(id, 2)) {
            execute(sql);
        }
        Shopper early = exposed("new");
        Shopper mixed = exposed("new");
        Shopper erased = exposed("new");
        Shopper moved = exposed("new");
        Shopper withdrawn = exposed("new");

        for (Shopper one : new Shopper[] {early, mixed, erased, moved, withdrawn}) {
            buys(one, 1_010, Duration.ofHours(1), false);
            buys(one, 500, Duration.ofDays(3), false);
            buys(one, 9_999, Duration.ofHours(2), true);
        }
        sumsAre("new", "revenue-per-person", "5 50.5 510.05 25");
        sumsAre("new", "conversion", "5 5 5 5");
        sumsAre("new", "exposed", "5 0 0 0");

        buys(early, 200, Duration.ofHours(20), false);
        sumsAre("new", "revenue-per-person", "5 52.5 554.45 25");
        execute("update experiment_exposure set mixed = true where unit = '" + mixed.pseudonym() + "'");
        sumsAre("new", "exposed", "4 0 0 0");
        sumsAre("new", "mixed", "1 0 0 0");
        sumsAre("new", "revenue-per-person", "4 42.4 452.44 20");
        assertThat(recount().getDouble("difference")).isZero();

        erased.asksForErasure();
        grants.says(withdrawn, 2, Purpose.PERSONALIZATION);
        sumsAre("new", "revenue-per-person", "2 22.2 248.42 10");
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*)::text from metric_fact where pseudonym in ('"
                                + erased.pseudonym() + "', '" + withdrawn.pseudonym() + "')"))
                        .isEqualTo("0"));

        Shopper now = grants.somebody(Purpose.ANALYTICS);
        TestRecords.write(
                Topic.CONSENTS, moved.pseudonym(), successor(moved, now).toByteArray());
        eventually()
                .untilAsserted(() -> assertThat(one(
                                "select count(*)::text from metric_fact where pseudonym = '" + now.pseudonym() + "'"))
                        .isNotEqualTo("0"));
        sumsAre("new", "revenue-per-person", "2 22.2 248.42 10");
        buys(now, 100, Duration.ofMinutes(5), false);
        sumsAre("new", "revenue-per-person", "2 23.2 269.62 10");

        JsonPath last = recount();
        assertThat(last.getDouble("difference")).isZero();
        assertThat(last.getMap("")).as("no exact number").doesNotContainKey("units");
    }

    @Test
    void aRecountFindsWhatIsWrongAndPutsItRight() throws SQLException {
        for (String sql : RunningExperiment.rows(id, 2)) {
            execute(sql);
        }
        Shopper one = exposed("old");
        buys(one, 1_010, Duration.ofHours(1), false);
        sumsAre("old", "revenue-per-person", "1 10.1 102.01 0");
        execute(DELTA + "values ('" + id
                + "', 1, 'old', 'revenue-per-person', 0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)");

        JsonPath found = recount();
        assertThat(found.getDouble("difference")).isEqualTo(0.5);
        assertThat(found.getString("worst")).isEqualTo("old/revenue-per-person");

        sumsAre("old", "revenue-per-person", "1 10.1 102.01 0");
        assertThat(recount().getDouble("difference")).isZero();
        given().auth()
                .oauth2(TestTokens.withRoles("analyst"))
                .get("/v1/metrics")
                .then()
                .statusCode(200)
                .body("metrics.id", hasItems("conversion", "revenue-per-person"))
                .body("metrics.find { it.id == 'revenue-per-person' }.currency", equalTo("EUR"));
    }

    /** As after a quiet time: the database has seen the empty table, and made its plans for that. */
    @Test
    void aBacklogOfMoreThanABatchIsFolded() throws SQLException {
        keepSums.fold();
        execute("vacuum analyze experiment_delta");
        for (int i = 0; i < 20; i++) {
            keepSums.fold();
        }
        execute(
                DELTA + "select '" + id
                        + "', 1, 'old', 'conversion', 1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from generate_series(1, 25000)");

        eventually()
                .untilAsserted(() -> assertThat(
                                one("select n || ' ' || trim_scale(x) from experiment_sum where experiment_id = '" + id
                                        + "'"))
                        .isEqualTo("25000 12500"));
    }

    private static ConsentState successor(Shopper before, Shopper now) {
        return ConsentState.newBuilder()
                .setPseudonym(before.pseudonym())
                .setVersion(2)
                .setSuccessor(now.pseudonym())
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(ConsentStatus.GRANTED))
                .build();
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
