package dev.aisle.recommender.feedback;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of what was shown: clicks, orders, revenue, spread, and nothing of few. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class FeedbackIT {
    private static final int PEOPLE = 20;
    private final List<String> everybody = new ArrayList<>();
    private final String placement = "feedback-" + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Inject
    Catalogue catalogue;

    @BeforeEach
    void aShop() {
        Written.sold(Written.product("fb-1", "Gadget one", "Gadgets"));
        Written.sold(Written.product("fb-2", "Gadget two", "Gadgets"));
        await().until(() -> catalogue.get("fb-1") != null && catalogue.get("fb-2") != null);
    }

    /** Other tests learn from the same database. */
    @AfterEach
    void everybodyLeaves() {
        everybody.forEach(Written::erased);
        await().atMost(Duration.ofSeconds(30)).until(() -> exposures() == 0 && interactions() == 0);
    }

    @Test
    void clicksOrdersAndRevenueAreCreditedToTheListThatLedToThem() throws SQLException {
        List<String> people = shownToAll();
        people.subList(0, 10).forEach(person -> Written.viewed(person, "fb-1"));
        people.subList(0, 5).forEach(person -> Written.paid(person, "fb-1", 2, 1_299));
        people.subList(10, 15).forEach(person -> Written.paid(person, "fb-2", 1, 500));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> report("bucket=all").body("rows[0].orders", equalTo(5)));

        report("bucket=all")
                .body("rows[0].people", equalTo(PEOPLE))
                .body("rows[0].lists", equalTo(PEOPLE))
                .body("rows[0].items", equalTo(2 * PEOPLE))
                .body("rows[0].clicks", equalTo(10))
                .body("rows[0].clickThroughRate.toDouble()", closeTo(0.25, 1e-9))
                .body("rows[0].conversionRate.toDouble()", closeTo(0.5, 1e-9))
                .body("rows[0].revenuePerThousand.EUR.toDouble()", closeTo(1_000.0 * 5 * 2 * 1_299 / PEOPLE, 1e-6));
        report("bucket=day&by=position")
                .body("rows.value", contains("001", "002"))
                .body("rows.clicks", contains(10, 0));
    }

    @Test
    void ofFewPeopleNothingIsTold() throws SQLException {
        String person = newPerson();
        Written.shown(person, placement, "fb-1");
        awaitExposures(1);

        report("bucket=all").body("rows", empty()).body("fewestPeople", equalTo(20));
        spread().body("spread", nullValue()).body("reason", containsString("fewer than 20 people"));
    }

    @Test
    void theSpreadSaysHowMuchOfTheCatalogueIsShownAndRaisesAlarms() throws SQLException {
        shownToAll();

        spread().body("spread.people", equalTo(PEOPLE))
                .body("spread.brands.brand", contains("Brand"))
                .body("spread.brands[0].ofExposures.toDouble()", closeTo(1, 1e-9))
                .body("spread.diversity.toDouble()", closeTo(0, 1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "by=colour, by",
        "bucket=month, bucket",
        "from=yesterday, from",
        "to=2999-01-01T00:00:00Z, to",
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "placement=%00, placement",
    })
    void whatIsNoReportIsNamed(String query, String field) {
        Stream.of("/v1/feedback", "/v1/feedback/spread")
                .forEach(path -> analyst()
                        .urlEncodingEnabled(false)
                        .get(path + "?" + query)
                        .then()
                        .statusCode(400)
                        .body("errors[0].field", equalTo(field)));
    }

    private List<String> shownToAll() throws SQLException {
        List<String> people = Stream.generate(this::newPerson).limit(PEOPLE).toList();
        people.forEach(person -> Written.shown(person, placement, "fb-1", "fb-2"));
        awaitExposures(2 * PEOPLE);
        return people;
    }

    private String newPerson() {
        String person = Written.willingPerson();
        everybody.add(person);
        return person;
    }

    private void awaitExposures(int rows) {
        await().atMost(Duration.ofSeconds(30)).until(() -> exposures() == rows);
    }

    private long exposures() throws SQLException {
        return count("select count(*) from exposure where placement = ?", placement);
    }

    private long interactions() throws SQLException {
        return count("select count(*) from interaction where product_id like ?", "fb-%");
    }

    private long count(String sql, String which) throws SQLException {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(sql)) {
            count.setString(1, which);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private ValidatableResponse report(String query) {
        return analyst()
                .get("/v1/feedback?placement=" + placement + "&" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse spread() {
        return analyst()
                .get("/v1/feedback/spread?placement=" + placement)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification analyst() {
        return RestAssured.given().auth().oauth2(TestTokens.withRoles(Role.ANALYST));
    }
}
