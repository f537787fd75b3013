package dev.aisle.campaign;

import static io.restassured.RestAssured.given;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What analysts call of one experiment, whose flag has the same name. */
record ExperimentApi(String id, String metric) {
    /** Half and half of everybody; more fields end in a comma. */
    String definition(String more) {
        return """
                {"name": "Blue", "hypothesis": "Blue is seen.", "flag": "%s", %s
                 "variations": [{"key": "control", "weight": 0.5, "value": "green"},
                                {"key": "blue", "weight": 0.5, "value": "blue"}],
                 "metrics": [{"metric": "%s", "role": "goal"}]}
                """.formatted(id, more, metric);
    }

    ValidatableResponse save(String definition, String tag) {
        RequestSpecification request = analyst().contentType(ContentType.JSON).body(definition);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put("/v1/experiments/" + id).then();
    }

    ValidatableResponse step(String body) {
        return analyst()
                .header("If-Match", tag())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/experiments/" + id + "/steps")
                .then();
    }

    /** Makes it and starts it. */
    void run(String more) {
        save(definition(more), null).statusCode(201);
        step("{\"step\": \"start\"}").statusCode(200);
    }

    String tag() {
        return reads("").statusCode(200).extract().header("ETag");
    }

    ValidatableResponse reads(String path) {
        return analyst().get("/v1/experiments/" + id + path).then();
    }

    static RequestSpecification analyst() {
        return given().auth().oauth2(TestTokens.of("anna", Role.ANALYST));
    }

    /** A new key for SDKs. */
    static String clientKey() {
        return analyst()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"web shop\"}")
                .post("/v1/client-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** Evaluates by OFREP. */
    ValidatableResponse evaluates(String targetingKey) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body("{\"context\": {\"targetingKey\": \"" + targetingKey + "\"}}")
                .post("/ofrep/v1/evaluate/flags/" + id)
                .then();
    }

    String variant(Shopper shopper) {
        return evaluates(shopper.pseudonym()).statusCode(200).extract().path("variant");
    }
}
