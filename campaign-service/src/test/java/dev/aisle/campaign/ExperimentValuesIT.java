package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.experiments.metrics.facts.DefineMetrics;
import dev.aisle.campaign.experiments.metrics.facts.RevaluePhases;
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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values of units follow events within seconds, and are what exposures and facts come to whatever happens to a person. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ExperimentValuesIT {
    @Inject
    Grants grants;

    @Inject
    DefineMetrics defineMetrics;

    @Inject
    RevaluePhases revaluePhases;

    @Inject
    AgroalDataSource database;

    private final String id = "values-" + UUID.randomUUID();

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

    /** How many units have a value, what they come to, and what was before. */
    private void valuesAre(String variation, String metric, String values) {
        eventually()
                .untilAsserted(() ->
                        assertThat(one("""
                        select count(*) || ' ' || trim_scale(coalesce(sum(x), 0)) || ' ' || trim_scale(coalesce(sum(b), 0))
                        from experiment_value where experiment_id = '%s' and variation = '%s' and metric = '%s'
                        """.formatted(id, variation, metric))).isEqualTo(values));
    }

    private void unitsAre(String units) {
        eventually().untilAsserted(() -> assertThat(one("""
                        select count(*) filter (where not mixed) || ' ' || count(*) filter (where mixed)
                        from experiment_exposure where experiment_id = '%s' and not merged
                        """.formatted(id))).isEqualTo(units));
    }

    /** Values that aren't what exposures and facts come to, and those that are missing. */
    private String wrong() throws SQLException {
        return one("""
                with kept as (
                    select unit, metric, pseudonym, variation, first_at, x, y, b, c from experiment_value where experiment_id = '%1$s'),
                fresh as (
                    select unit, metric, person, variation, first_at, x, y, b, c from experiment_fresh_value
                    where experiment_id = '%1$s' and (x <> 0 or y <> 0 or b <> 0 or c <> 0))
                select count(*)::text from ((table kept except table fresh) union all (table fresh except table kept)) as differing
                """.formatted(id));
    }

    @Test
    void valuesFollowEventsErasureKeyChangeMixedUnitsAndWithdrawal() throws SQLException {
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
        valuesAre("new", "revenue-per-person", "5 50.5 25");
        valuesAre("new", "conversion", "5 5 5");
        unitsAre("5 0");

        buys(early, 200, Duration.ofHours(20), false);
        valuesAre("new", "revenue-per-person", "5 52.5 25");
        execute("update experiment_exposure set mixed = true where unit = '" + mixed.pseudonym() + "'");
        unitsAre("4 1");
        valuesAre("new", "revenue-per-person", "4 42.4 20");
        assertThat(wrong()).isEqualTo("0");

        erased.asksForErasure();
        grants.says(withdrawn, 2, Purpose.PERSONALIZATION);
        valuesAre("new", "revenue-per-person", "2 22.2 10");
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
        valuesAre("new", "revenue-per-person", "2 22.2 10");
        buys(now, 100, Duration.ofMinutes(5), false);
        valuesAre("new", "revenue-per-person", "2 23.2 10");

        assertThat(wrong()).isEqualTo("0");
    }

    /** As after a start with another file: the table says what the file said before. */
    @Test
    void aChangedMetricCountsThePastAgain() throws SQLException {
        for (String sql : RunningExperiment.rows(id, 2)) {
            execute(sql);
        }
        execute("update metric set until_seconds = 60 where id = 'revenue-per-person'");
        Shopper one = exposed("old");
        buys(one, 1_010, Duration.ofHours(1), false);
        valuesAre("old", "conversion", "1 1 0");
        valuesAre("old", "revenue-per-person", "0 0 0");

        defineMetrics.define();
        revaluePhases.due();

        valuesAre("old", "revenue-per-person", "1 10.1 0");
        assertThat(wrong()).isEqualTo("0");
        // The service's own clock may have come first and be at it still.
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*)::text from experiment_phase"
                                + " where revalue_since is not null and experiment_id = '" + id + "'"))
                        .isEqualTo("0"));
    }

    @Test
    void aMetricThatIsGoneLeavesNoValues() throws SQLException {
        for (String sql : RunningExperiment.rows(id, 2)) {
            execute(sql);
        }
        execute(
                "insert into metric select 'gone', kind, measure, per, from_seconds, until_seconds, before_seconds, cap, changed_at"
                        + " from metric where id = 'conversion'");
        buys(exposed("old"), 1_010, Duration.ofHours(1), false);
        valuesAre("old", "gone", "1 1 0");

        defineMetrics.define();
        revaluePhases.due();

        valuesAre("old", "gone", "0 0 0");
        assertThat(wrong()).isEqualTo("0");
    }

    @Test
    void metricsAreListed() {
        given().auth()
                .oauth2(TestTokens.withRoles("analyst"))
                .get("/v1/metrics")
                .then()
                .statusCode(200)
                .body("metrics.id", hasItems("conversion", "revenue-per-person"))
                .body("metrics.find { it.id == 'revenue-per-person' }.currency", equalTo("EUR"));
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
