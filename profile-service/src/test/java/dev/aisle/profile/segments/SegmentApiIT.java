package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestAudit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API of segments takes and refuses, and whom. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SegmentApiIT {
    private static final List<String> ROLES = List.of(
            Role.STOREFRONT,
            Role.MARKETER,
            Role.ANALYST,
            Role.OPERATOR,
            Role.PRIVACY_OFFICER,
            Role.AUDITOR,
            Role.SERVICE);

    /** A route as OpenAPI names it, and who may use it. */
    record Route(String method, String path, String body, List<String> roles) {
        Route(String method, String path, String body, String... roles) {
            this(method, path, body, List.of(roles));
        }
    }

    private static final String RULE = "{\"text\":\"did(search)\"}";

    private static final List<Route> ROUTES = List.of(
            new Route("GET", "/v1/segments", "", Role.MARKETER, Role.ANALYST, Role.SERVICE),
            new Route("GET", "/v1/segments/{id}", "", Role.MARKETER, Role.ANALYST, Role.SERVICE),
            new Route("PUT", "/v1/segments/{id}", "{\"name\":\"x\",\"text\":\"did(\"}", Role.MARKETER),
            new Route("DELETE", "/v1/segments/{id}", "", Role.MARKETER),
            new Route("GET", "/v1/segments/{id}/versions", "", Role.MARKETER, Role.ANALYST),
            new Route("GET", "/v1/segments/{id}/history", "", Role.MARKETER, Role.ANALYST),
            new Route("GET", "/v1/segments/{id}/members", "", Role.SERVICE),
            new Route("GET", "/v1/segments/{id}/members/{pseudonym}", "", Role.SERVICE, Role.PRIVACY_OFFICER),
            new Route("GET", "/v1/segment-rules/schema", "", Role.MARKETER, Role.ANALYST),
            new Route("GET", "/v1/segment-rules/words", "", Role.MARKETER, Role.ANALYST),
            new Route("POST", "/v1/segment-rules/validations", RULE, Role.MARKETER, Role.ANALYST),
            new Route("POST", "/v1/segment-rules/previews", RULE, Role.MARKETER, Role.ANALYST));

    static Stream<Arguments> matrix() {
        return ROUTES.stream().flatMap(route -> ROLES.stream().map(role -> Arguments.of(route, role)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void onlyTheRolesOfARouteMayUseIt(Route route, String role) {
        String path = route.path().replace("{id}", "no-such-one").replace("{pseudonym}", "p1.k1." + "B".repeat(32));

        int status = Marketer.as(role)
                .body(route.body())
                .request(route.method(), path)
                .statusCode();

        if (route.roles().contains(role)) {
            assertThat(status).isIn(200, 400, 404);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    @Test
    void everyRouteOfSegmentsHasARow() {
        Map<String, Map<String, Object>> paths =
                RestAssured.get("/q/openapi?format=json").jsonPath().getMap("paths");
        Set<String> documented = paths.entrySet().stream()
                .filter(path -> path.getKey().startsWith("/v1/segment"))
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(method ->
                                List.of("get", "put", "post", "delete", "patch").contains(method))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented)
                .isEqualTo(ROUTES.stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aSegmentIsMadeOnceAndChangedOnlyFromTheVersionThatWasRead() {
        String id = Marketer.freshId("versions");

        Marketer.put(id, "did(search)")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"v1\""))
                .body("rule.did.types[0]", equalTo("search"))
                .body("text", equalTo("did(search)"));
        Marketer.put(id, "did( search )").then().statusCode(200).header("ETag", equalTo("\"v1\""));
        Marketer.put(id, "did(share)")
                .then()
                .statusCode(428)
                .contentType("application/problem+json")
                .body("detail", containsString("\"v1\""));
        Marketer.put(id, "did(share)", "\"v7\"").then().statusCode(412);
        Marketer.put(id, "did(share)", "W/x").then().statusCode(400).body("errors[0].field", equalTo("If-Match"));
        Marketer.put(id, "did(share)", "\"v1\"").then().statusCode(200).header("ETag", equalTo("\"v2\""));
        Marketer.put(id, "did(share)", "\"v1\"").then().statusCode(200).header("ETag", equalTo("\"v2\""));
        Marketer.as(Role.ANALYST)
                .get("/v1/segments/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("versions.version", equalTo(List.of(2, 1)));
    }

    @Test
    void aSegmentOnWhichAnotherRestsIsNotArchived() {
        String below = Marketer.freshId("below");
        String above = Marketer.freshId("above");
        Marketer.put(below, "did(search)").then().statusCode(201);
        Marketer.put(above, "in segment \"" + below + "\"").then().statusCode(201);

        Marketer.as(Role.MARKETER)
                .delete("/v1/segments/" + below)
                .then()
                .statusCode(409)
                .body("detail", containsString(above));
        Marketer.put(below, "not in segment \"" + above + "\"", "\"v1\"")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("circle"))
                .body("errors[0].line", equalTo(1))
                .body("errors[0].column", equalTo(16));
        Marketer.as(Role.MARKETER).delete("/v1/segments/" + above).then().statusCode(200);
        Marketer.as(Role.MARKETER)
                .delete("/v1/segments/" + below)
                .then()
                .statusCode(200)
                .body("archived", equalTo(true));
        Marketer.as(Role.MARKETER).delete("/v1/segments/" + below).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"text":"value(no_such) > 1"}`                        | text            | `Known: `
            `{"text":"did(purchse)"}`                              | text            | `Did you mean purchase?`
            `{"rule":{"did":{"types":["purchse"]}}}`               | rule/did/types/0 | `Did you mean purchase?`
            `{"rule":{"value":"orders","op":">","operand":"many"}}` | rule/operand | `Expected: a number`
            `{"rule":{"count":{"last":"P999D"},"op":">","operand":1}}` | rule/count/last | `365 days`
            `{"text":"in segment \\"no-such\\""}`                  | text            | `Known: `
            """)
    void aBadRuleIsA400WithThePlaceAndASuggestion(String body, String field, String suggestion) {
        Marketer.as(Role.MARKETER)
                .body(body)
                .post("/v1/segment-rules/validations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field))
                .body("errors[0].suggestion", containsString(suggestion))
                .body("detail", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"name":"x"}`
            `{"name":"x","text":"did(search)","rule":{"did":{}}}`
            `{"text":"did(search)"}`
            `{"name":"","text":"did(search)"}`
            `{"name":"x","text":7.5e400}`
            `{"name":"x","rule":{"count":{},"op":">","operand":1e999}}`
            `{"name":"x","rule":null}`
            `{"name":"x","rule":"did(search)"}`
            `{"name":"x","text":"did(search)","colour":"red"}`
            `[]`
            `{`
            """)
    void aBadBodyIsA400(String body) {
        Marketer.as(Role.MARKETER)
                .body(body)
                .put("/v1/segments/" + Marketer.freshId("bad"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anIdHasSmallLettersDigitsAndHyphens() {
        for (String id : Arrays.asList("Big", "a_b", "-a", "x".repeat(65))) {
            Marketer.put(id, "did(search)").then().statusCode(400).body("errors[0].field", equalTo("id"));
        }
    }

    @Test
    void aRuleIsShownInBothFormsWithItsCost() {
        Marketer.rules("validations", "did(search in last 2 weeks) or value(orders) >= 3")
                .then()
                .statusCode(200)
                .body("text", equalTo("did(search in last 14 days) or value(orders) >= 3"))
                .body("rule.any[0].did.last", equalTo("P14D"))
                .body("cost.parts", equalTo(3))
                .body("cost.windowDays", equalTo(14f));
    }

    @Test
    void theSchemaAndTheWordsAreServed() {
        Marketer.as(Role.MARKETER)
                .accept("*/*")
                .get("/v1/segment-rules/schema")
                .then()
                .statusCode(200)
                .contentType(containsString("application/schema+json"));
        Marketer.as(Role.MARKETER)
                .get("/v1/segment-rules/words")
                .then()
                .statusCode(200)
                .body("values.name", hasItems("orders", "days_since_purchase", "churn"))
                .body("events", hasItem("product_view"))
                .body("properties.name", hasItem("category"));
    }

    @Test
    void whoChangesASegmentIsToldForTheAuditLogAndWhoIsRefusedIsNot() {
        String actor = "staff-" + UUID.randomUUID();
        String id = Marketer.freshId("audited");
        String address = "/v1/segments/" + id;
        Map<String, String> first = Map.of("name", id, "text", "did(search)");

        Marketer.named(actor).body(first).put(address).then().statusCode(201);
        Marketer.named(actor).body(first).put(address).then().statusCode(200);
        Marketer.named(actor)
                .header("If-Match", "\"v7\"")
                .body(Map.of("name", id, "text", "did(share)"))
                .put(address)
                .then()
                .statusCode(412);
        Marketer.named(actor)
                .body(Map.of("text", "did(share)"))
                .post("/v1/segment-rules/previews")
                .then()
                .statusCode(200);
        Marketer.named(actor).delete(address).then().statusCode(200);

        assertThat(TestAudit.of(actor, 2, "call", "id", "version"))
                .containsExactly(
                        "segment.changed PUT /v1/segments/:id " + id + " 1",
                        "segment.changed DELETE /v1/segments/:id " + id + " 2");
    }
}
