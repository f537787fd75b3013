package dev.aisle.recommender.assistance.conversations.edge;

import static io.restassured.RestAssured.given;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation as a shopper's page has it. */
public record Talk(String id, String token) {
    /** Opened for a person, or for nobody known. */
    public static Talk of(@Nullable String subject, String locale) {
        Map<String, Object> body = new HashMap<>();
        body.put("locale", locale);
        if (subject != null) {
            body.put("subject", subject);
        }
        var opened = given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(body)
                .post("/v1/conversations")
                .then()
                .statusCode(201);
        return new Talk(opened.extract().path("id"), opened.extract().path("token"));
    }

    /** A request with the token. */
    public RequestSpecification page() {
        return given().header("Aisle-Conversation", token).contentType("application/json");
    }

    /** Says something; the answer as JSON. */
    public ValidatableResponse says(String text) {
        return page().accept("application/json")
                .body(Map.of("text", text))
                .post("/v1/conversations/" + id + "/messages")
                .then();
    }

    /** What was said. */
    public ValidatableResponse read() {
        return page().get("/v1/conversations/" + id).then();
    }
}
