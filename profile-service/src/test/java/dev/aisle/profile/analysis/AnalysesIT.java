package dev.aisle.profile.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over the public API about people who were folded from the real topics. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(SmallPages.class)
class AnalysesIT {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Instant noon = today.minusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC);

    @Inject
    EventsOfPeople people;

    @Inject
    ConsentView consents;

    @Inject
    ErasedSubjects erased;

    @Inject
    AgroalDataSource database;

    private final String category = "c-" + UUID.randomUUID();

    @Test
    void aFunnelCountsWhoAllowsItAndNobodyElse() {
        try (Crowd crowd = new Crowd()) {
            for (int i = 0; i < 500; i++) {
                viewsAndBuys(crowd, crowd.person(), i < 250);
            }
            for (int i = 0; i < 100; i++) {
                viewsAndBuys(crowd, crowd.stranger(), true);
                String robot = crowd.person();
                crowd.doesAsRobot(robot, EventType.PRODUCT_VIEW, noon, category);
            }
            crowd.awaitFolded(people);
            float views = ask("funnels", funnel(""))
                    .statusCode(200)
                    .body("state", equalTo("done"))
                    .body("answersLeft", equalTo(19))
                    .body("result.basis.k", equalTo(20))
                    .body("result.basis.noise", equalTo(29f))
                    .body("result.basis.zone", equalTo("UTC"))
                    .body("result.basis.unit", equalTo("people"))
                    .body("result.total.steps[0].count.value", about(500))
                    .body("result.total.steps[1].count.value", about(250))
                    .extract()
                    .path("result.total.steps[0].count.value");

            List<String> withdrawn = crowd.people().subList(0, 250);
            withdrawn.forEach(person -> crowd.consent(person, 2, ConsentStatus.WITHDRAWN, 2));
            crowd.flush();
            await().until(() -> withdrawn.stream().noneMatch(person -> consents.allows(person, Purpose.ANALYTICS)));

            // Another question, since the same one has the same answer for a while.
            ask("funnels", funnel(",'window':'PT23H'"))
                    .body("result.total.steps[0].count.value", about(250))
                    .body("result.total.steps[1].count.value", nullValue())
                    .body("result.total.steps[1].count.withheld", equalTo("fewer-than-k"));
            ask("funnels", funnel(""))
                    .body("answersLeft", equalTo(18))
                    .body("result.total.steps[0].count.value", equalTo(views));

            withdrawn.forEach(person -> crowd.consent(person, 3, ConsentStatus.GRANTED, 2));
            crowd.flush();
            await().until(() -> withdrawn.stream().allMatch(person -> consents.allows(person, Purpose.ANALYTICS)));

            // What was let in before the refusal stays behind the fence.
            ask("funnels", funnel(",'window':'PT22H'")).body("result.total.steps[0].count.value", about(250));

            List<String> left = crowd.people().subList(250, 500);
            left.forEach(crowd::erase);
            crowd.flush();
            await().until(() -> left.stream().allMatch(erased::contains));

            ask("funnels", funnel(",'window':'PT21H'"))
                    .body("result.total.steps[0].count.value", nullValue())
                    .body("result.basis.people.withheld", equalTo("fewer-than-k"));
        }
    }

    /** Within four deviations of the noise of a funnel of two steps. */
    private static Matcher<Float> about(int people) {
        return allOf(greaterThan(people - 120f), lessThan(people + 120f));
    }

    @Test
    void aNewQuestionOfWhoHasHadADaysAnswersIsA429AndOneThatStandsIsFree() throws SQLException {
        String reader = "reader-" + UUID.randomUUID();
        for (int hours = 1; hours <= 20; hours++) {
            askAs(reader, "funnels", funnel(",'window':'PT" + hours + "H'")).statusCode(200);
        }

        askAs(reader, "funnels", funnel(",'window':'PT21H'"))
                .statusCode(429)
                .contentType("application/problem+json")
                .body("detail", containsString("tomorrow"));
        ValidatableResponse stands = askAs(reader, "funnels", funnel(",'window':'PT20H'"))
                .statusCode(200)
                .body("answersLeft", equalTo(0));
        String id = stands.extract().path("id");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update analysis set asked_at = asked_at - interval '7 hours' where id = '" + id + "'");
        }
        askAs(reader, "funnels", funnel(",'window':'PT20H'"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("done"));
        askAs("another " + reader, "funnels", funnel(",'window':'PT21H'")).statusCode(200);
    }

    private void viewsAndBuys(Crowd crowd, String person, boolean buys) {
        crowd.does(person, EventType.PRODUCT_VIEW, noon, category);
        if (buys) {
            crowd.buys(person, noon.plusSeconds(600), category, 999);
        }
    }

    private String funnel(String more) {
        return days() + ",'steps':[{'type':'product_view','category':'" + category
                + "'},{'type':'purchase','category':'" + category + "'}]" + more + "}";
    }

    private String days() {
        return "{'from':'" + today.minusDays(30) + "','until':'" + today.plusDays(1) + "'";
    }

    @Test
    void pathsRetentionAndTrendsAnswerOverTheApi() {
        try (Crowd crowd = new Crowd()) {
            for (int i = 0; i < 600; i++) {
                String person = crowd.person();
                crowd.does(person, EventType.PRODUCT_VIEW, noon, category);
                crowd.does(person, EventType.CART_ADD, noon.plusSeconds(60), category);
                crowd.buys(person, noon.plusSeconds(120), category, 1_000);
                crowd.does(person, EventType.PRODUCT_VIEW, noon.plus(Duration.ofDays(1)), category);
            }
            crowd.awaitFolded(people);
            ask(
                            "paths",
                            days() + ",'end':{'type':'purchase','category':'" + category
                                    + "'},'depth':2,'countBy':'person'}")
                    .statusCode(200)
                    .body("result.backwards", equalTo(true))
                    .body("result.links[0].target", equalTo("cart_add"))
                    .body("result.links[0].count.value", about(600))
                    .body("result.links[1].target", equalTo("product_view"));
            ask("trends", days() + ",'categories':['" + category + "'],'measures':['revenue','people']}")
                    .statusCode(200)
                    .body("result.series[0].measure", equalTo("revenue"))
                    .body("result.series[0].unit", equalTo("minor units of the shop's currency"))
                    .body("result.series[0].figures[27].value", allOf(greaterThan(300_000f), lessThan(900_000f)))
                    .body("result.series[0].figures[26].withheld", equalTo("fewer-than-k"))
                    .body("result.series[0].notTakenApart", containsString("needs 14 told numbers"))
                    .body("result.spans[27]", equalTo(today.minusDays(3).toString()));
            ask("retention", days() + ",'begin':'purchase','comeBack':'visit','granularity':'day','periods':2}")
                    .statusCode(200)
                    .body("result.granularity", equalTo("day"))
                    .body("result.cohorts.find { it.start == '" + today.minusDays(3) + "' }.back[0]", notNullValue());
            ask("forecasts", days() + ",'categories':['" + category + "']}")
                    .statusCode(200)
                    .body("result.series[0].ahead.size()", equalTo(0))
                    .body("result.series[0].because", containsString("needs 14 told numbers"));
            ask("anomalies", days() + "}").statusCode(200).body("result.unusual", notNullValue());
        }
    }

    @Test
    void peopleComeInTheOrderOfTheirCharacters() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select table_name || '.' || column_name from information_schema.columns
                        where collation_name = 'C' and (table_name, column_name) in
                            (('person_events', 'pseudonym'), ('browser', 'pseudonym'), ('browser', 'known'))
                        """)) {
            int found = 0;
            while (rows.next()) {
                found++;
            }
            assertThat(found).isEqualTo(3);
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerUnderItsAddress() {
        String question = days() + ",'steps':[{'type':'search'},{'type':'checkout'}],'window':'PT7H'}";

        String first = ask("funnels", question).statusCode(200).extract().path("id");
        String second = ask("funnels", question)
                .header("Cache-Control", containsString("max-age"))
                .extract()
                .path("id");

        assertThat(second).isEqualTo(first);
        as(Role.MARKETER)
                .get("/v1/analyses/" + first)
                .then()
                .statusCode(200)
                .body("kind", equalTo("funnels"))
                .body("result.basis.people.withheld", equalTo("fewer-than-k"));
        as(Role.ANALYST).delete("/v1/analyses/" + first).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "funnels   | {'from':'2026-11-01'                  | The body is not valid JSON",
                "funnels   | []                                     | expected an object",
                "funnels   | null                                   | Send the question as JSON",
                "funnels   | {'stepps':[]}                          | stepps",
                "funnels   | {'steps':'all'}                        | steps",
                "trends    | {'from':'2026-11-31','until':'x'}      | from",
                "retention | {'periods':'many'}                     | periods",
                "paths     | {'start':{'type':'product_veiw'}}      | did you mean product_view?",
                "trends    | {'zone':'Mars/Olympus'}                | there is no such time zone",
            })
    void aBadQuestionIsA400ThatNamesTheFieldAndTheFix(String kind, String body, String detail) {
        ask(kind, body).statusCode(400).contentType("application/problem+json").body("detail", containsString(detail));
    }

    @Test
    void aQuestionWithoutABodyIsA400() {
        as(Role.ANALYST)
                .contentType("application/json")
                .post("/v1/analyses/funnels")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "00000000-0000-0000-0000-000000000000", "1"})
    void anAnalysisThatNobodyAskedForIsA404(String id) {
        as(Role.ANALYST).get("/v1/analyses/" + id).then().statusCode(404);
        as(Role.ANALYST).delete("/v1/analyses/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.STOREFRONT, Role.OPERATOR, Role.PRIVACY_OFFICER, Role.AUDITOR, Role.SERVICE})
    void questionsAreForAnalystsAndMarketers(String role) {
        as(role).contentType("application/json")
                .body("{}")
                .post("/v1/analyses/trends")
                .then()
                .statusCode(403);
        as(role).get("/v1/analyses/none").then().statusCode(403);
    }

    @Test
    void theApiIsDescribed() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/v1/analyses/funnels'.post.responses.keySet()", hasItem("202"))
                .body("components.schemas.FunnelRequest.properties.steps", notNullValue())
                .body("components.schemas.FunnelChart.properties.total", notNullValue());
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role));
    }

    private ValidatableResponse ask(String kind, String body) {
        return askAs(category, kind, body);
    }

    private static ValidatableResponse askAs(String reader, String kind, String body) {
        return given().auth()
                .oauth2(TestTokens.of(reader, Role.ANALYST))
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/v1/analyses/" + kind)
                .then();
    }
}
