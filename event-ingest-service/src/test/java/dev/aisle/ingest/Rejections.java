package dev.aisle.ingest;

import static io.restassured.RestAssured.given;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** An operator who looks at refusals and replays them: what the tests of these have in common. */
final class Rejections {
    private Rejections() {}

    static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR)).contentType("application/json");
    }

    static ValidatableResponse replay(String body) {
        return operator()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/rejections/replays")
                .then();
    }

    static ValidatableResponse replayLetters(String body) {
        return operator()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/dead-letters/replays")
                .then();
    }

    /** A product view whose product is missing. */
    static String faulty(String customer, String messageId) {
        return """
                {"type":"track","event":"Product Viewed","userId":"%s","messageId":"%s","properties":{"name":"Tea"}}""".formatted(customer, messageId);
    }
}
