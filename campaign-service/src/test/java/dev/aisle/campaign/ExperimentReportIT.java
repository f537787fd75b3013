package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.campaign.experiments.analysis.TakeLooks;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an experiment shows, from exposures and facts to words. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ExperimentReportIT {
    @Inject
    AgroalDataSource database;

    @Inject
    TakeLooks takeLooks;

    private final String id = "report-" + UUID.randomUUID();

    /** So many people an arm, of whom some ordered for so much. */
    private void people(String variation, int number, int ordered) throws SQLException {
        people(variation, number, ordered, "");
    }

    private void people(String variation, int number, int ordered, String more) throws SQLException {
        for (String sql : RunningExperiment.people(id, variation, number, ordered)) {
            // Other people than those that are there.
            execute(sql.replace("'" + id + variation + "' || n", "'" + id + variation + more + "' || n"));
        }
    }

    private void begin() throws SQLException {
        for (String sql : RunningExperiment.rows(id, 6)) {
            execute(sql);
        }
    }

    /** By a reader of this experiment alone, whose day of new numbers no other test uses up. */
    private RequestSpecification analyst() {
        return given().auth().oauth2(TestTokens.of("analyst-" + id, "analyst"));
    }

    /** The looks have the service's own day of new numbers, and the service may take looks of its own meanwhile. */
    private void looks() {
        eventually().untilAsserted(() -> {
            execute("delete from guard_day where reader = ''");
            takeLooks.all();
            assertThat(report().getList("looks")).isNotEmpty();
        });
    }

    private JsonPath report() {
        return analyst()
                .get("/v1/experiments/" + id + "/report")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aReportSaysWhatFiguresAllowAsJsonTableAndPage() throws SQLException {
        begin();
        people("old", 10_000, 1_000);
        people("new", 10_000, 2_500);
        looks();

        JsonPath report = report();

        assertThat(report.getString("decision.kind")).isEqualTo("ship");
        assertThat(report.getString("decision.variation")).isEqualTo("new");
        String goal = "metrics.find { it.metric == 'conversion' }";
        assertThat(report.getDouble(goal + ".relative.value")).isCloseTo(1.5, within(0.8));
        assertThat(report.getDouble(goal + ".relative.low")).isPositive();
        assertThat(report.getDouble("metrics.find { it.metric == 'order-value' }.control"))
                .isBetween(6.0, 20.0);
        assertThat(report.getString("metrics.find { it.metric == 'big-baskets' }.reason"))
                .startsWith("a quantile isn't shown");
        assertThat(report.getLong("arms[0].exposed")).isCloseTo(10_000, within(300L));
        assertThat(report.getList("looks")).hasSize(1);
        // A tenth orders, and a change of a fifth is to be found: the noise of the guard is no unit's, so that the plan
        // hasn't it.
        assertThat(report.getLong("plannedUnits")).isBetween(5_000L, 50_000L);
        analyst()
                .accept("text/csv")
                .get("/v1/experiments/" + id + "/report")
                .then()
                .statusCode(200)
                .body(containsString("metric,conversion,goal,,new,,"));
        analyst()
                .accept("text/html")
                .get("/v1/experiments/" + id + "/report")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("<strong>Ship</strong>"));
    }

    /** The attack: who knows everybody else reads before and after somebody is exposed and buys, and subtracts. */
    @Test
    void onePersonWhoActsChangesNothingThatAnybodyReads() throws SQLException {
        begin();
        people("old", 4_000, 400);
        people("new", 4_000, 600);
        Map<String, Object> before = figures("anna-" + id);
        assertThat(before).containsEntry("told", true).containsKey("countedAt");

        people("new", 1, 1, "more");

        assertThat(figures("anna-" + id)).isEqualTo(before);
        assertThat(figures("bert-" + id)).as("another reader").isEqualTo(before);
        execute("insert into guard_day (reader, day, answers) values ('carl-" + id
                + "', (now() at time zone 'UTC')::date, 20)");
        assertThat(figures("carl-" + id)).as("one without new numbers").isEqualTo(before);
    }

    /** Without the moment, and what the reader has left. */
    private Map<String, Object> figures(String reader) {
        Map<String, Object> all = given().auth()
                .oauth2(TestTokens.of(reader, "analyst"))
                .get("/v1/experiments/" + id + "/report")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        all.remove("at");
        all.remove("left");
        return all;
    }

    @Test
    void ofFewPeopleNothingIsToldAndALeakIsUnhealthy() throws SQLException {
        begin();
        people("old", 30, 3);
        people("new", 10, 3);
        assertThat(report().getBoolean("told")).isFalse();
        assertThat(report().getString("withheld")).isEqualTo("too-few-people");
        assertThat(report().getList("arms")).isEmpty();
        execute("delete from experiment_exposure where experiment_id = '" + id + "'");
        execute("delete from metric_fact where message_id like '" + id + "%'");
        people("old", 6_000, 600);
        people("new", 4_000, 600);

        JsonPath report = report();

        assertThat(report.getString("decision.kind")).isEqualTo("unhealthy");
        assertThat(report.getString("words[0]")).contains("haven't the sizes");
        analyst().get("/v1/experiments/nothing-of-this-name/report").then().statusCode(404);
    }

    @Test
    void aPlanComesFromTheShopsOwnPast() throws SQLException {
        execute("""
                insert into metric_fact select '%1$s' || n || m, m, '%1$s' || n, '', 1, now() - interval '20 days'
                from generate_series(1, 4000) n, unnest(array['PRODUCT_VIEW/count', 'PURCHASE/count']) m
                where m = 'PRODUCT_VIEW/count' or n <= 400""".formatted(id));
        plan("{\"metric\": \"conversion\", \"minimumEffect\": 0.1, \"method\": \"fixed\"}")
                .statusCode(200)
                .body("mean", greaterThan(0f))
                .body("units", greaterThan(1_000))
                .body("weeks", hasSize(12));
        plan("{\"metric\": \"no-such\", \"minimumEffect\": 0.1}")
                .statusCode(400)
                .body("errors[0].field", equalTo("metric"));
        plan("{\"metric\": \"conversion\", \"minimumEffect\": -1}").statusCode(400);
    }

    private ValidatableResponse plan(String body) {
        return analyst()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/experiments/plan")
                .then();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
