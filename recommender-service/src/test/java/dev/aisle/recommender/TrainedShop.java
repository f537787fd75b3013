package dev.aisle.recommender;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop of teas and bikes in the running service, with a model trained on a dozen people; made once for all tests. */
public final class TrainedShop {
    private static final Set<String> WITHOUT_THE_PERSON = Set.of("NO_CONSENT", "NO_HISTORY", "DEADLINE");
    private static final List<String> PEOPLE = new ArrayList<>();

    private TrainedShop() {}

    public static synchronized void make() {
        if (!PEOPLE.isEmpty()) {
            return;
        }
        for (int i = 0; i < 8; i++) {
            Written.sold(Written.product("tea-" + i, "Tea " + i, "Grocery", "Tea"));
            Written.sold(Written.product("bike-" + i, "Bike " + i, "Sport", "Bikes"));
        }
        PEOPLE.addAll(Written.willingPeople(12));
        for (int person = 0; person < PEOPLE.size(); person++) {
            String name = PEOPLE.get(person);
            for (int basket = 0; basket < 2; basket++) {
                Written.bought(name, product(person, basket), product(person, basket + 1), product(person, basket + 2));
            }
        }
        PEOPLE.forEach(TrainedShop::awaitHistory);
        for (int i = 0; i < 8; i++) {
            awaitProduct("tea-" + i);
            awaitProduct("bike-" + i);
        }
        train();
    }

    /** Every second person buys tea; each begins with another one. */
    private static String product(int person, int place) {
        return (person % 2 == 0 ? "tea-" : "bike-") + (person / 2 + place) % 8;
    }

    /** All of them buy something that they hadn't bought before; returns how many they are. */
    public static int everybodyComesBack() {
        for (int person = 0; person < PEOPLE.size(); person++) {
            Written.bought(PEOPLE.get(person), product(person, 4));
        }
        return PEOPLE.size();
    }

    /** Waits until something that the person did can be used. */
    public static void awaitHistory(String person) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !WITHOUT_THE_PERSON.contains(reasonOf(person)));
    }

    private static void awaitProduct(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().auth()
                                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                                .contentType("application/json")
                                .body(Map.of("productIds", List.of(id)))
                                .post("/v1/recommendations/similar")
                                .statusCode()
                        == 200);
    }

    /** Empty when there is none. */
    private static String reasonOf(String person) {
        String reason = recommend(Map.of("subject", person)).extract().path("reason");
        return reason == null ? "" : reason;
    }

    /** Trains a model over the API; returns its training. */
    public static ValidatableResponse train() {
        return trainedUntilItEnds("").body("status", is("completed"), "progress", is(1f));
    }

    /** Trains by this order, after a training that the service has begun by itself; returns the training as it ended. */
    public static ValidatableResponse trainedUntilItEnds(String order) {
        String location = await().atMost(Duration.ofMinutes(2))
                .until(() -> ordered(order), answer -> answer.statusCode() != 409)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !"running".equals(training(location).extract().path("status")));
        return training(location);
    }

    private static Response ordered(String order) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.OPERATOR))
                .body(order)
                .post("/v1/models/trainings");
    }

    public static ValidatableResponse training(String location) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.OPERATOR))
                .get(location)
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse recommend(Map<String, Object> request) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(request)
                .post("/v1/recommendations")
                .then()
                .statusCode(200);
    }
}
