package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may call what. The rows stand in {@code /role-matrix.txt} ({@code GET /v1/consents/{pseudonym} storefront privacy-officer}); the
 * routes are those of the service's own OpenAPI document, and a route without a row, or a row without a route, is an error. {@code
 * everybody} needs no token, {@code write-key} asks for a key of the door instead of a role.
 */
public final class RoleMatrix {
    private static final String EVERYBODY = "everybody";
    private static final String WRITE_KEY = "write-key";
    private static final Set<String> ROLES = Set.of(
            "storefront", "marketer", "analyst", "operator", "privacy-officer", "auditor", "service", "ads:export");

    private final Map<String, Set<String>> rows;
    private final RouteCalls calls;

    private RoleMatrix(Map<String, Set<String>> rows, RouteCalls calls) {
        this.rows = rows;
        this.calls = calls;
    }

    /**
     * The matrix of the service whose tests run.
     *
     * @param parameters what stands for {@code {name}} in paths; a pseudonym and {@code {id}} are known
     */
    public static RoleMatrix of(Map<String, String> parameters) {
        return new RoleMatrix(read(), RouteCalls.with(parameters));
    }

    /** The same, where routes that don't take JSON get another content type. */
    public RoleMatrix sending(Map<String, String> contentTypeOfRoutes) {
        return new RoleMatrix(rows, calls.sending(contentTypeOfRoutes));
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = RoleMatrix.class.getResourceAsStream("/role-matrix.txt")) {
            return new String(Objects.requireNonNull(in, "role-matrix.txt").readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" ", 3))
                    .collect(Collectors.toMap(
                            words -> words[0] + " " + words[1], words -> Set.of(words[2].split(" ", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails for a route without a row and a row without a route. */
    public void coversEveryRoute() {
        assertThat(rows.keySet())
                .as("rows of role-matrix.txt, by the routes of /q/openapi")
                .containsExactlyInAnyOrderElementsOf(RouteCalls.routes());
    }

    /** Fails where somebody without a token, with a forged one or without a role gets in. */
    public void letsNobodyInWithoutARole() {
        String forged = TestTokens.withRoles("operator") + "x";
        withRoles().forEach((route, allowed) -> {
            assertThat(call(RestAssured.given(), route)).as(route).isEqualTo(401);
            assertThat(call(bearer(forged), route)).as("%s, forged", route).isEqualTo(401);
            assertThat(call(bearer(TestTokens.withRoles()), route))
                    .as("%s without roles", route)
                    .isEqualTo(403);
        });
    }

    /** Fails where a role that isn't in the row gets in, or one that is doesn't. */
    public void letsInTheRolesOfTheRow() {
        withRoles().forEach((route, allowed) -> {
            assertThat(ROLES).as("roles of " + route).containsAll(allowed);
            for (String role : ROLES) {
                int status = call(bearer(TestTokens.withRoles(role)), route);
                if (allowed.contains(role)) {
                    assertThat(status)
                            .as("%s as %s", route, role)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    assertThat(status).as("%s as %s", route, role).isEqualTo(403);
                }
            }
        });
    }

    /** Fails where a route that is open to everybody isn't, or the door takes something without a key. */
    public void opensWhatIsForEverybody() {
        only(EVERYBODY)
                .forEach(route -> assertThat(call(RestAssured.given(), route))
                        .as(route)
                        .isNotIn(401, 403)
                        .isLessThan(500));
    }

    /** The routes of which a row says this one word. */
    public List<String> only(String word) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().equals(Set.of(word)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Map<String, Set<String>> withRoles() {
        Map<String, Set<String>> some = new TreeMap<>(rows);
        some.values().removeIf(allowed -> allowed.equals(Set.of(EVERYBODY)) || allowed.equals(Set.of(WRITE_KEY)));
        return some;
    }

    private static RequestSpecification bearer(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    /** The status of a call with an empty JSON object where a body is expected. */
    public int call(RequestSpecification caller, String route) {
        return calls.call(caller, route).statusCode();
    }
}
