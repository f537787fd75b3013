package dev.aisle.profile.analysis;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A question that takes long is followed, cancelled, refused, and given up. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(SlowPeople.Profile.class)
class SlowAnalysesIT {
    @Test
    void aLongQuestionIsFollowedAndCancelledAndTheNextOneIsGivenUpAtItsDeadline() {
        String first = ask("day")
                .statusCode(202)
                .header("Location", containsString("/v1/analyses/"))
                .header("Retry-After", notNullValue())
                .body("state", equalTo("running"))
                .body("result", nullValue())
                .extract()
                .path("id");
        ask("day").statusCode(202).body("id", equalTo(first));
        await().untilAsserted(() -> get(first).statusCode(202).body("progress", greaterThan(0f)));
        String second = ask("week").statusCode(202).extract().path("id");
        ask("month").statusCode(503).header("Retry-After", notNullValue()).contentType("application/problem+json");

        as(Role.ANALYST).delete("/v1/analyses/" + first).then().statusCode(202);

        await().untilAsserted(() -> get(first).statusCode(200).body("state", equalTo("cancelled")));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> get(second)
                        .statusCode(200)
                        .body("state", equalTo("failed"))
                        .body("failure", containsString("ask for fewer days")));
    }

    private static ValidatableResponse get(String id) {
        return as(Role.ANALYST).get("/v1/analyses/" + id).then();
    }

    private static ValidatableResponse ask(String granularity) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return as(Role.ANALYST)
                .contentType("application/json")
                .body("{\"from\":\"" + today.minusDays(5) + "\",\"until\":\"" + today + "\",\"granularity\":\""
                        + granularity + "\"}")
                .post("/v1/analyses/trends")
                .then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role));
    }
}
