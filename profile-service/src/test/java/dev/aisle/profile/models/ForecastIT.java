package dev.aisle.profile.models;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.Crowd;
import dev.aisle.profile.analysis.SmallPages;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A demand forecast over the API: fitted by a job, stored, read as a model, and beside it the profile of a buyer. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(SmallPages.class)
class ForecastIT {
    private static final int BUYERS = 3_000;
    private static final int DAYS = 21;

    /** Days on which each buys: no more than those of a person that count. */
    private static final int EACH = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String category = "tea " + UUID.randomUUID();

    private List<String> buyers = List.of();

    @Inject
    EventsOfPeople people;

    @Inject
    ModelsInUse modelsInUse;

    @Inject
    AgroalDataSource database;

    /** The database is that of the other tests, one of which wants a shop with too few people for a forecast. */
    @AfterEach
    void takesItsShopAway() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement events =
                        connection.prepareStatement("delete from person_events where pseudonym = any(?)");
                PreparedStatement models = connection.prepareStatement("delete from model where kind = 'forecast'")) {
            events.setArray(1, connection.createArrayOf("text", buyers.toArray()));
            events.executeUpdate();
            models.executeUpdate();
        }
        modelsInUse.renew();
    }

    @Test
    void isFittedStoredAndReadAndHindersNoProfile() {
        String buyer = shop();

        String id = as(Role.OPERATOR)
                .body("{\"kind\":\"forecast\"}")
                .post("/v1/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE).untilAsserted(() -> job(id).then().body("state", equalTo("done")));

        job(id).then().body("result.models[0].kind", equalTo("forecast")).body("result.notFitted.size()", equalTo(0));
        int version = job(id).path("result.models[0].version");
        as(Role.OPERATOR).get("/v1/models").then().statusCode(200).body("kind", hasItem("forecast"));
        String ofCategory = "[0].parameters.series.find { it.category == '" + category + "' }";
        as(Role.OPERATOR)
                .get("/v1/models/forecast")
                .then()
                .statusCode(200)
                .body("[0].version", equalTo(version))
                .body(ofCategory + ".ahead.size()", equalTo(28))
                .body(ofCategory + ".ahead[0].start", equalTo(today.toString()))
                .body(ofCategory + ".ahead[0].expected", greaterThan(0f))
                .body(ofCategory + ".method", notNullValue());
        as(Role.ANALYST)
                .body("{\"from\":\"" + today.minusDays(DAYS) + "\",\"until\":\"" + today + "\",\"categories\":[\""
                        + category + "\"],\"horizon\":7}")
                .post("/v1/analyses/forecasts")
                .then()
                .statusCode(200)
                .body("result.series[0].ahead.size()", equalTo(7));
        // Whoever reads while somebody else looks for newer models goes on with those before.
        await().untilAsserted(() -> as(Role.SERVICE)
                .get("/v1/profiles/" + buyer)
                .then()
                .statusCode(200)
                .body("purchases", equalTo(EACH))
                .body("values.models.forecast", equalTo(version)));
    }

    /** So many buyers a day (714) that each day stands out of its noise; one of them. */
    private String shop() {
        try (Crowd crowd = new Crowd()) {
            for (int i = 0; i < BUYERS; i++) {
                String person = crowd.person();
                for (int buy = 0; buy < EACH; buy++) {
                    int day = 1 + (i + buy * DAYS / EACH) % DAYS;
                    Instant noon = today.minusDays(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
                    crowd.buys(person, noon.plusSeconds(i), category, 500);
                }
            }
            crowd.awaitFolded(people);
            buyers = List.copyOf(crowd.people());
            return buyers.getFirst();
        }
    }

    private static Response job(String id) {
        return as(Role.ANALYST).get("/v1/jobs/" + id);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }
}
