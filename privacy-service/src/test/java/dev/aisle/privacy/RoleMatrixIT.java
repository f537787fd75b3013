package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may call what; a route without a row fails. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RoleMatrixIT {
    private static final List<String> ROLES = List.of(
            Role.STOREFRONT,
            Role.MARKETER,
            Role.ANALYST,
            Role.OPERATOR,
            Role.PRIVACY_OFFICER,
            Role.AUDITOR,
            Role.SERVICE);
    private static final Set<String> SHOP_AND_OFFICER = Set.of(Role.STOREFRONT, Role.PRIVACY_OFFICER);
    private static final Map<String, Set<String>> MATRIX = Map.of(
            "GET /v1/consents/{pseudonym}/withdrawals/{version}", SHOP_AND_OFFICER,
            "POST /v1/consents", SHOP_AND_OFFICER,
            "GET /v1/consents/{pseudonym}", SHOP_AND_OFFICER,
            "GET /v1/consents/{pseudonym}/history", Set.of(Role.PRIVACY_OFFICER),
            "DELETE /v1/consents/{pseudonym}/{purpose}", SHOP_AND_OFFICER,
            "POST /v1/decisions", Set.of(Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.SERVICE),
            "POST /v1/requests", SHOP_AND_OFFICER,
            "GET /v1/requests/{id}", SHOP_AND_OFFICER);
    /** A statement to every browser in the world, by W3C's specification; it says nothing about anybody. */
    private static final Set<String> PUBLIC = Set.of("GET /.well-known/gpc.json");

    @Test
    void everyRouteHasARow() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> routes = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> !"parameters".equals(method))
                .forEach(method -> routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        Set<String> rows = new TreeSet<>(MATRIX.keySet());
        rows.addAll(PUBLIC);
        assertThat(routes).isEqualTo(rows);
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        MATRIX.keySet()
                .forEach(route ->
                        assertThat(call(RestAssured.given(), route)).as(route).isEqualTo(401));
    }

    @Test
    void onlyTheRolesOfTheRowGetIn() {
        MATRIX.forEach((route, allowed) -> ROLES.forEach(role -> {
            int status = call(RestAssured.given().auth().oauth2(TestTokens.withRoles(role)), route);
            if (allowed.contains(role)) {
                assertThat(status).as("%s as %s", route, role).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as("%s as %s", route, role).isEqualTo(403);
            }
        }));
    }

    @Test
    void aTokenWithoutRolesAndOneThatNobodySignedGetNowhere() {
        MATRIX.keySet().forEach(route -> {
            assertThat(call(RestAssured.given().auth().oauth2(TestTokens.withRoles()), route))
                    .as(route)
                    .isEqualTo(403);
            String forged = TestTokens.withRoles(Role.PRIVACY_OFFICER) + "x";
            assertThat(call(RestAssured.given().auth().oauth2(forged), route))
                    .as(route)
                    .isEqualTo(401);
        });
    }

    @Test
    void theStateAtAMomentIsTheOfficersBusiness() {
        String path = "/v1/consents/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA?at=2026-01-01T00:00:00Z";

        assertThat(Calls.storefront().get(path).statusCode()).isEqualTo(403);
        assertThat(Calls.officer().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void globalPrivacyControlIsAnnouncedToEverybody() {
        PUBLIC.forEach(route -> assertThat(call(RestAssured.given(), route)).isEqualTo(200));
        Map<String, Object> document = RestAssured.given()
                .get("/.well-known/gpc.json")
                .then()
                .contentType(ContentType.JSON)
                .extract()
                .path("$");
        assertThat(document).containsOnlyKeys("gpc", "lastUpdate").containsEntry("gpc", true);
        assertThat(document.get("lastUpdate").toString()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static int call(RequestSpecification caller, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replace("{pseudonym}", "p1.test.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")
                .replace("{purpose}", "analytics")
                .replace("{version}", "1")
                .replace("{id}", "018f3c1e-0000-7000-8000-000000000001");
        RequestSpecification request =
                method.equals("POST") ? caller.contentType(ContentType.JSON).body("{}") : caller;
        return request.request(method, path).statusCode();
    }
}
