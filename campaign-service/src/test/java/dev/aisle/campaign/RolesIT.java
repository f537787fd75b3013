package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class RolesIT {
    private static final List<String> ROLES = List.of(
            Role.STOREFRONT,
            Role.MARKETER,
            Role.ANALYST,
            Role.OPERATOR,
            Role.PRIVACY_OFFICER,
            Role.AUDITOR,
            Role.SERVICE);

    /** A route and the one role that may use it. */
    record Route(String method, String path, String role) {
        int status(RequestSpecification request) {
            return request.contentType("application/json")
                    .body(
                            method.equals("POST")
                                    ? "{\"subject\":\"" + Shopper.unknown().pseudonym() + "\"}"
                                    : "")
                    .request(method, path)
                    .statusCode();
        }
    }

    static final List<Route> ROUTES = List.of(
            new Route("GET", "/v1/campaigns", Role.MARKETER),
            new Route("GET", "/v1/campaigns/welcome", Role.MARKETER),
            new Route("GET", "/v1/subjects/p1.k1." + "B".repeat(32) + "/export", Role.SERVICE),
            new Route("POST", "/v1/placements/home/decisions", Role.STOREFRONT));

    static Stream<Arguments> matrix() {
        return ROUTES.stream().flatMap(route -> ROLES.stream().map(role -> Arguments.of(route, role)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void onlyTheRolesOfARouteMayUseIt(Route route, String role) {
        int status = route.status(given().auth().oauth2(TestTokens.withRoles(role)));

        assertThat(status).isEqualTo(route.role().equals(role) ? 200 : 403);
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void whoIsUnknownIsAskedForAToken(Route route) {
        given().request(route.method(), route.path())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"));
    }
}
