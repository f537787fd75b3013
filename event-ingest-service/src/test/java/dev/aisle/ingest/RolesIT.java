package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what, and the answers of the pseudonym route. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class RolesIT {
    private static final List<String> ROLES = List.of(
            Role.STOREFRONT,
            Role.MARKETER,
            Role.ANALYST,
            Role.OPERATOR,
            Role.PRIVACY_OFFICER,
            Role.AUDITOR,
            Role.SERVICE);

    record Route(String method, String path, String contentType, String body, Set<String> allowed) {
        int call(RequestSpecification client) {
            return client.config(RestAssuredConfig.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                    .contentType(contentType)
                    .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .request(method, path)
                    .statusCode();
        }
    }

    static Stream<Route> routes() {
        Set<String> readers = Set.of(Role.OPERATOR, Role.STOREFRONT, Role.MARKETER, Role.ANALYST, Role.PRIVACY_OFFICER);
        Set<String> catalogue = Set.of(Role.STOREFRONT, Role.OPERATOR);
        return Stream.of(
                new Route(
                        "POST",
                        "/v1/pseudonyms",
                        "application/json",
                        "{\"subjects\":[{\"type\":\"customer_id\",\"value\":\"42\"}]}",
                        Set.of(Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.SERVICE)),
                new Route("GET", "/v1/event-types", "application/json", "", readers),
                new Route("GET", "/v1/event-schemas", "application/json", "", readers),
                new Route("PUT", "/v1/event-schemas/RoleTest", "application/json", "{}", Set.of(Role.OPERATOR)),
                new Route("GET", "/v1/event-schemas/RoleTest", "application/json", "", readers),
                new Route("DELETE", "/v1/event-schemas/RoleTest", "application/json", "", Set.of(Role.OPERATOR)),
                new Route(
                        "PUT",
                        "/v1/exchange-rates",
                        "application/json",
                        "{\"base\":\"USD\",\"rates\":{\"ISK\":\"0.0079\"},\"asOf\":\"2026-11-24T15:00:00Z\"}",
                        Set.of(Role.OPERATOR)),
                new Route("GET", "/v1/exchange-rates", "application/json", "", Set.of(Role.OPERATOR)),
                new Route("PUT", "/v1/products/role-test", "application/json", "{\"title\":\"t\"}", catalogue),
                new Route("DELETE", "/v1/products/role-test", "application/json", "", catalogue),
                new Route("PATCH", "/v1/products/role-test", "application/json", "{\"stock\":1}", catalogue),
                new Route("POST", "/v1/products/changes", "application/x-ndjson", "{}", catalogue),
                new Route("POST", "/v1/products", "application/x-ndjson", "{}", catalogue),
                operators("POST", "/v1/write-keys", "{\"name\":\"role-test\"}"),
                operators("GET", "/v1/write-keys", ""),
                operators("GET", "/v1/write-keys/role-test", ""),
                operators("PATCH", "/v1/write-keys/role-test", "{\"burst\":10}"),
                operators("POST", "/v1/write-keys/role-test/rotations", "{}"),
                operators("DELETE", "/v1/write-keys/role-test", ""),
                operators("GET", "/v1/rejections", ""),
                operators("GET", "/v1/rejections/summary", ""),
                operators("POST", "/v1/rejections/replays", "{\"ids\":[\"none\"]}"),
                operators("GET", "/v1/dead-letters", ""),
                operators("POST", "/v1/dead-letters/replays", "{\"ids\":[\"none\"]}"));
    }

    private static Route operators(String method, String path, String body) {
        return new Route(method, path, "application/json", body, Set.of(Role.OPERATOR));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anonymousCallsAreNotAuthenticated(Route route) {
        assertThat(route.call(given())).isEqualTo(401);
        assertThat(route.call(given().header("Authorization", "Bearer forged"))).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void onlyTheRolesOfTheRouteMayCall(Route route) {
        for (String role : ROLES) {
            int status = route.call(given().auth().oauth2(TestTokens.withRoles(role)));

            if (route.allowed().contains(role)) {
                assertThat(status).as(role).isBetween(200, 204);
            } else {
                assertThat(status).as(role).isEqualTo(403);
            }
        }
    }

    @Test
    void pseudonymsComeInTheOrderOfTheSubjects() {
        String customer = Shop.newId("customer");

        storefront("""
                {"subjects":[{"type":"customer_id","value":"%s"},{"type":"anonymous_id","value":"%s"}]}""".formatted(customer, customer))
                .then()
                .statusCode(200)
                .body("pseudonyms[0]", equalTo(Shop.pseudonym(customer)))
                .body("pseudonyms[1]", equalTo(Shop.pseudonymOfBrowser(customer)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"subjects\":[]}",
                "{\"subjects\":[null]}",
                "{\"subjects\":\"all\"}",
                "{\"subjects\":[{\"type\":\"shoe_size\",\"value\":\"42\"}]}",
                "{\"subjects\":[{\"type\":\"email\",\"value\":\"no address\"}]}",
                "{\"subjects\":[{\"type\":\"customer_id\",\"value\":\"a\\u0000b\"}]}",
                "{\"subjects\":[{\"type\":\"customer_id\"}]}"
            })
    void whatIsNoListOfSubjectsIsRefused(String body) {
        assertThat(storefront(body).statusCode()).isEqualTo(400);
    }

    @Test
    void deeplyNestedSubjectsAreRefused() {
        assertThat(storefront("{\"subjects\":" + "[".repeat(10_000)).statusCode())
                .isEqualTo(400);
    }

    private static io.restassured.response.Response storefront(String body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/pseudonyms");
    }
}
