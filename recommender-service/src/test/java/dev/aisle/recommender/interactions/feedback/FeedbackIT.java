package dev.aisle.recommender.interactions.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.Catalogue;
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
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of what was shown: clicks, orders, revenue, spread, and nothing of few. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class FeedbackIT {
    private static final int PEOPLE = 800;
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
        Written.sold(Written.product("fb-3", "Gadget three", "Gadgets"));
        await().until(() -> Stream.of("fb-1", "fb-2", "fb-3").allMatch(id -> catalogue.get(id) != null));
    }

    /** Other tests learn from the same database. */
    @AfterEach
    void everybodyLeaves() {
        everybody.forEach(Written::erased);
        Written.awaitErased(everybody);
        await().atMost(Duration.ofSeconds(30)).until(() -> exposures() == 0 && interactions() == 0);
    }

    @Test
    void clicksOrdersAndRevenueAreCreditedToTheListThatLedToThem() throws SQLException {
        List<String> people = shownToAll();
        people.subList(0, 450).forEach(person -> Written.viewed(person, "fb-1"));
        people.subList(0, 440).forEach(person -> Written.paid(person, "fb-1", 2, 2_499));
        people.subList(460, 470).forEach(person -> Written.paid(person, "fb-2", 1, 500));
        await().atMost(Duration.ofMinutes(2)).until(() -> credited() == 440);

        report("bucket=all")
                .body("rows[0].people", within(PEOPLE, 1))
                .body("rows[0].lists", within(PEOPLE, 1))
                .body("rows[0].items", within(2 * PEOPLE, 2))
                .body("rows[0].clicks", within(450, 1))
                .body("rows[0].orders", within(440, 1))
                .body("rows[0].clickThroughRate.toDouble()", closeTo(450.0 / (2 * PEOPLE), 0.5))
                .body("rows[0].revenuePerThousand.EUR.toDouble()", closeTo(4_998_000 * 440.0 / PEOPLE, 8_000_000));
        report("bucket=week&by=position").body("rows.value", hasItem("001"));
    }

    /** The attack of the review: what is read before and after one person's order. */
    @Test
    void anOrderOfOnePersonIsNotTheDifferenceOfTwoReads() throws SQLException {
        List<String> people = shownToAll();
        people.subList(0, 400).forEach(person -> Written.viewed(person, "fb-1"));
        people.subList(0, 400).forEach(person -> Written.paid(person, "fb-1", 1, 1_000));
        await().atMost(Duration.ofMinutes(2)).until(() -> credited() == 400);
        String before = report("bucket=all").extract().asString();

        Written.viewed(people.get(450), "fb-1");
        Written.paid(people.get(450), "fb-1", 1, 7_777);
        await().atMost(Duration.ofMinutes(2)).until(() -> credited() == 401);

        assertThat(report("bucket=all").extract().asString()).isEqualTo(before);
    }

    @Test
    void aMonthByDayIsOneAnswerOfTheReadersDay() {
        report("bucket=day").body("answersLeft", equalTo(19));
        report("bucket=day").body("answersLeft", equalTo(19));
        report("bucket=day&by=position").body("answersLeft", equalTo(18));
    }

    @Test
    void ofFewPeopleNothingIsShown() throws SQLException {
        String person = newPerson();
        Written.shown(person, placement, "fb-1");
        awaitExposures(1);

        report("bucket=all").body("rows", empty()).body("fewestPeople", equalTo(20));
        spread().body("spread", nullValue()).body("reason", containsString("fewer than 20 people"));
    }

    @Test
    void theSpreadSaysHowMuchOfTheCatalogueIsShownAndRaisesAlarms() throws SQLException {
        shownToAll();

        spread().body("spread.people", within(PEOPLE, 1))
                .body("spread.plusMinus.toDouble()", closeTo(0.12, 0.04))
                .body("spread.brands.brand", contains("Brand"))
                .body("spread.brands[0].ofExposures.toDouble()", closeTo(1, 0.3))
                .body("spread.diversity.toDouble()", closeTo(0, 0.3))
                .body("answersLeft", equalTo(19));
    }

    @Test
    void whatOnePersonWasShownIsNotTheDifferenceOfTwoReadsOfTheSpread() throws SQLException {
        shownToAll();
        String before = spread().extract().asString();

        Written.shown(newPerson(), placement, "fb-3");
        awaitExposures(2 * PEOPLE + 1);

        assertThat(spread().extract().asString()).isEqualTo(before);
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
        "placement=hoem, placement",
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

    /** Six numbers in a row: each has the noise of 17 people, √6 times, and the rounding. */
    private static Matcher<Integer> within(int exact, int most) {
        int bound = (int) Math.ceil((5 * 17 * Math.sqrt(6) + 5) * most);
        return allOf(greaterThan(exact - bound), lessThan(exact + bound));
    }

    private long credited() throws SQLException {
        return count("select count(*) from exposure where placement = ? and ordered_at is not null", placement);
    }

    private List<String> shownToAll() throws SQLException {
        List<String> people = Written.willingPeople(PEOPLE);
        everybody.addAll(people);
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
        await().atMost(Duration.ofMinutes(2)).until(() -> exposures() == rows);
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

    private RequestSpecification analyst() {
        return RestAssured.given().auth().oauth2(TestTokens.of(placement, Role.ANALYST));
    }
}
