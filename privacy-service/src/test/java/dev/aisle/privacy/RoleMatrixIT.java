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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final String EVERYBODY = "everybody";
    private static final Map<String, Set<String>> ROWS = rows();
    private static final Map<String, Set<String>> MATRIX = ROWS.entrySet().stream()
            .filter(row -> !row.getValue().contains(EVERYBODY))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** {@code GET /v1/consents/{pseudonym} storefront privacy-officer}. */
    private static Map<String, Set<String>> rows() {
        try (InputStream in = RoleMatrixIT.class.getResourceAsStream("/role-matrix.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .collect(Collectors.toMap(
                            words -> words[0] + " " + words[1], words -> Set.of(words[2].split(" ", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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

        assertThat(routes).isEqualTo(new TreeSet<>(ROWS.keySet()));
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
        ROWS.keySet().stream()
                .filter(route -> !MATRIX.containsKey(route))
                .forEach(route ->
                        assertThat(call(RestAssured.given(), route)).as(route).isEqualTo(200));
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
                .replace("{version}", "v1")
                .replace("{id}", "018f3c1e-0000-7000-8000-000000000001");
        RequestSpecification request = List.of("POST", "PUT").contains(method)
                ? caller.contentType(ContentType.JSON).body("{}")
                : caller;
        return request.request(method, path).statusCode();
    }
}
