package dev.aisle.campaign;

import static io.restassured.RestAssured.given;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What marketers call of one campaign. */
record CampaignApi(String id) {
    private static final String ANYBODY = "anna";

    /** A definition at a placement of its own, so that no other test's campaign comes in between. */
    String definition(String title) {
        return """
                {"name": "Spring", "kind": "coupon", "placements": ["%s"], "holdout": 0,
                 "variations": [{"id": "only", "content": {"en": {"title": "%s", "body": "There"}}}]}
                """.formatted(id, title);
    }

    ValidatableResponse save(String who, String definition, String tag) {
        RequestSpecification request = as(who).contentType(ContentType.JSON).body(definition);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put("/v1/campaigns/" + id).then();
    }

    ValidatableResponse step(String who, String step) {
        return stepping(who, "{\"step\":\"" + step + "\"}");
    }

    ValidatableResponse restore(String who, int version) {
        return stepping(who, "{\"step\":\"restore\",\"version\":" + version + "}");
    }

    ValidatableResponse stepping(String who, String body) {
        return as(who).header("If-Match", tag())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/campaigns/" + id + "/steps")
                .then();
    }

    String tag() {
        return reads("").extract().header("ETag");
    }

    /** By a reader of this campaign alone, whose day of new numbers no other test uses up. */
    ValidatableResponse reads(String path) {
        return as("reads-" + id).get("/v1/campaigns/" + id + path).then();
    }

    ValidatableResponse dryRun() {
        return as("tries-" + id)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/campaigns/" + id + "/dry-run")
                .then()
                .statusCode(200);
    }

    ValidatableResponse preview(String body) {
        return as(ANYBODY)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/campaigns/" + id + "/preview")
                .then();
    }

    ValidatableResponse validates(String yaml) {
        return yaml(ANYBODY)
                .body(yaml)
                .post("/v1/campaigns/" + id + "/validations")
                .then()
                .statusCode(200);
    }

    static RequestSpecification as(String who) {
        return given().auth().oauth2(TestTokens.of(who, Role.MARKETER));
    }

    static RequestSpecification yaml(String who) {
        return as(who).config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/yaml");
    }
}
