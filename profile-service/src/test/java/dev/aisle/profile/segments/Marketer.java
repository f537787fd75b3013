package dev.aisle.profile.segments;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who makes segments, and a service that reads them. */
final class Marketer {
    private Marketer() {}

    /** An id that no other test has. */
    static String freshId(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static Response put(String id, String text) {
        return as(Role.MARKETER).body(body(id, text)).put("/v1/segments/" + id);
    }

    static Response put(String id, String text, String ifMatch) {
        return as(Role.MARKETER)
                .header("If-Match", ifMatch)
                .body(body(id, text))
                .put("/v1/segments/" + id);
    }

    /** Makes a segment and waits until everybody was looked at. */
    static String made(String name, String text) {
        String id = freshId(name);
        put(id, text).then().statusCode(201);
        awaitBackfill(id);
        return id;
    }

    static void awaitBackfill(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "done".equals(get(id).jsonPath().getString("backfill.state")));
    }

    static Response get(String id) {
        return as(Role.MARKETER).get("/v1/segments/" + id);
    }

    static List<String> members(String id) {
        return as(Role.SERVICE)
                .get("/v1/segments/" + id + "/members?limit=1000")
                .jsonPath()
                .getList("members");
    }

    static Response rules(String what, String text) {
        return as(Role.MARKETER).body(Map.of("text", text)).post("/v1/segment-rules/" + what);
    }

    static RequestSpecification as(String role) {
        return with(TestTokens.withRoles(role));
    }

    /** Somebody with a day of new numbers of their own. */
    static RequestSpecification named(String name) {
        return with(TestTokens.of(name, Role.MARKETER));
    }

    static JsonPath preview(String name, String text) {
        return named(name)
                .body(Map.of("text", text))
                .post("/v1/segment-rules/previews")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static Map<String, String> body(String id, String text) {
        return Map.of("name", id, "text", text);
    }
}
