package dev.aisle.ingest.settings.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestAudit;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Write keys from their making to their end, as an operator and as a client see them. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class WriteKeysIT {
    private static final String EVENT = "{\"userId\":\"u\",\"event\":\"Cart Viewed\"}";

    @Test
    void aNewKeyWorksAtOnceAndItsSecretIsShownOnlyOnce() {
        String name = newName();

        Response made = operator().body("{\"name\":\"" + name + "\"}").post("/v1/write-keys");
        made.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Cache-Control", "no-store")
                .body("secret", matchesPattern("wk_.{32}"))
                .body("source", equalTo("api"));
        String secret = made.path("secret");

        send(secret, null).statusCode(200);
        Response listed = operator().get("/v1/write-keys");
        assertThat(listed.asString()).contains(name).doesNotContain(secret);
        operator()
                .get("/v1/write-keys/" + name)
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("secrets", hasSize(1))
                .body("lastUsedHere", notNullValue());
    }

    @Test
    void whoMakesAndChangesAKeyIsToldForTheAuditLogAndNeverTheSecret() {
        String actor = "staff-" + UUID.randomUUID();
        String name = newName();
        String secret = given().auth()
                .oauth2(TestTokens.of(actor, Role.OPERATOR))
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/write-keys")
                .path("secret");
        given().auth()
                .oauth2(TestTokens.of(actor, Role.OPERATOR))
                .delete("/v1/write-keys/" + name)
                .then()
                .statusCode(200);

        assertThat(TestAudit.of(actor, 2, "call", "name"))
                .containsExactly("key.changed POST /v1/write-keys ", "key.changed DELETE /v1/write-keys/:name " + name);
        assertThat(TestAudit.of(actor, 2).toString()).contains(name).doesNotContain(secret);
    }

    @Test
    void aServersKeyIsOfNoPageAndStaysAServersKey() {
        String name = newName();
        String secret = make(name, ",\"kind\":\"server\"");

        operator().get("/v1/write-keys/" + name).then().body("kind", equalTo("server"));
        operator().get("/v1/write-keys/shop").then().body("kind", equalTo("public"));
        operator().get("/v1/write-keys/gateway").then().body("kind", equalTo("server"));
        send(secret, null).statusCode(200);
        send(secret, "https://shop.example").statusCode(403);
        change(name, "{\"allowedOrigins\":[\"https://shop.example\"]}", null)
                .statusCode(400)
                .body("errors[0].field", equalTo("allowedOrigins"));
        change(name, "{\"kind\":\"public\"}", null).statusCode(400).body("errors[0].field", equalTo("kind"));
        change(name, "{\"eventsPerSecond\":10}", null).statusCode(200).body("kind", equalTo("server"));
        rotate(name, "{}").statusCode(201).body("kind", equalTo("server"));
    }

    @Test
    void aNameIsNeverUsedTwice() {
        String name = newName();
        make(name, "");

        operator()
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/write-keys")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/name-taken"));
        revoke(name).statusCode(200);
        operator()
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/write-keys")
                .then()
                .statusCode(409);
    }

    @Test
    void afterARotationBothSecretsWorkUntilTheOverlapEnds() {
        String name = newName();
        String first = make(name, "");

        String second =
                rotate(name, "{\"overlap\":\"PT1H\"}").statusCode(201).extract().path("secret");
        send(first, null).statusCode(200);
        send(second, null).statusCode(200);
        String third =
                rotate(name, "{\"overlap\":\"PT0S\"}").statusCode(201).extract().path("secret");

        send(first, null).statusCode(401).body("message", containsString("rotated"));
        send(second, null).statusCode(401);
        send(third, null).statusCode(200);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndStaysSo() {
        String name = newName();
        String secret = make(name, "");

        revoke(name).statusCode(200).body("revokedAt", notNullValue());

        send(secret, null).statusCode(401);
        revoke(name).statusCode(200);
        rotate(name, "{}").statusCode(409);
        change(name, "{\"burst\":1}", null).statusCode(409);
    }

    @Test
    void aBrowserOnAnotherPageIsRefused() {
        String secret = make(newName(), ",\"allowedOrigins\":[\"https://shop.example\"]");

        send(secret, "https://shop.example").statusCode(200);
        send(secret, null).statusCode(200);
        send(secret, "https://evil.example").statusCode(403).body("code", equalTo("origin-not-allowed"));
    }

    @Test
    void aClientAboveItsLimitIsToldWhenToComeBackAndNothingIsStored() {
        String name = newName();
        String secret = make(name, ",\"eventsPerSecond\":1,\"burst\":2");

        send(secret, null).statusCode(200);
        send(secret, null).statusCode(200);
        // Each second lets one more through.
        Response refused = await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> send(secret, null).extract().response(), answer -> answer.statusCode() == 429);
        assertThat(refused.<String>path("code")).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 300);

        change(name, "{\"eventsPerSecond\":0}", null).statusCode(200);
        send(secret, null).statusCode(200);
        assertThat(given().get("/q/metrics").asString())
                .contains("aisle_door_rate_limited_total{key=\"" + name + "\"}");
    }

    @Test
    void aBatchAboveTheBurstIsNotTurnedAwayForEver() {
        String secret = make(newName(), ",\"eventsPerSecond\":1,\"burst\":2");
        String batch = "{\"batch\":[" + "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"X\"},".repeat(59)
                + "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"X\"}]}";

        client(secret).body(batch).post("/v1/batch").then().statusCode(200);
        client(secret).body(batch).post("/v1/batch").then().statusCode(429);
    }

    @Test
    void twoOperatorsDontOverwriteEachOther() {
        String name = newName();
        make(name, "");
        String seen = operator().get("/v1/write-keys/" + name).header("ETag");

        change(name, "{\"eventsPerSecond\":10}", seen).statusCode(200).body("burst", equalTo(20));
        change(name, "{\"eventsPerSecond\":99}", seen).statusCode(412);
        change(name, "{\"burst\":50}", null).statusCode(200).body("eventsPerSecond", equalTo(10));
    }

    @Test
    void keysOfTheConfigurationAreListedAndChangeOnlyThere() {
        operator()
                .get("/v1/write-keys/shop")
                .then()
                .statusCode(200)
                .body("source", equalTo("configuration"))
                .body("secrets", hasSize(0));

        change("shop", "{\"burst\":1}", null).statusCode(409).body("type", equalTo("/problems/configured-key"));
        rotate("shop", "{}").statusCode(409);
        revoke("shop").statusCode(409);
        operator().body("{\"name\":\"shop\"}").post("/v1/write-keys").then().statusCode(409);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        operator().get("/v1/write-keys/nobody").then().statusCode(404);
        change("nobody", "{\"burst\":1}", null).statusCode(404);
        rotate("nobody", "{}").statusCode(404);
        revoke("nobody").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                              | name
            {"name":null}                                   | name
            {"name":""}                                     | name
            {"name":"Upper"}                                | name
            {"name":"a\\u0000b"}                            | name
            {"name":["a"]}                                  | name
            {"name":"a","burst":"many"}                     | burst
            {"name":"a","burst":0}                          | burst
            {"name":"a","eventsPerSecond":-1}               | eventsPerSecond
            {"name":"a","allowedOrigins":"x"}               | allowedOrigins
            {"name":"a","allowedOrigins":[null]}            | allowedOrigins[0]
            {"name":"a","allowedOrigins":["https://a/b"]}   | allowedOrigins[0]
            {"name":"a","eventsPerSecnd":5}                 | eventsPerSecnd
            {"name":"a","kind":"secret"}                    | kind
            {"name":"a","kind":"server","allowedOrigins":["https://a.example"]} | allowedOrigins
            """)
    void aWrongFieldIsNamed(String body, String field) {
        operator()
                .body(body)
                .post("/v1/write-keys")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "\"x\""})
    void whatIsNoRequestIsMalformed(String body) {
        operator().body(body).post("/v1/write-keys").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "P31D", "tomorrow", "", "PT999999999999H"})
    void anImpossibleOverlapIsNamed(String overlap) {
        String name = newName();
        make(name, "");

        rotate(name, "{\"overlap\":\"" + overlap + "\"}").statusCode(400).body("errors[0].field", equalTo("overlap"));
    }

    @Test
    void deepAndLargeRequestsAreRefused() {
        operator()
                .body(("{\"name\":" + "[".repeat(10_000)).getBytes(StandardCharsets.UTF_8))
                .post("/v1/write-keys")
                .then()
                .statusCode(400);
        operator()
                .body(("{\"name\":\"" + "a".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8))
                .post("/v1/write-keys")
                .then()
                .statusCode(400);
    }

    private static String newName() {
        return "key-" + UUID.randomUUID();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR)).contentType("application/json");
    }

    private static String make(String name, String more) {
        return operator()
                .body("{\"name\":\"" + name + "\"" + more + "}")
                .post("/v1/write-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private static ValidatableResponse rotate(String name, String body) {
        return operator()
                .body(body)
                .post("/v1/write-keys/" + name + "/rotations")
                .then();
    }

    private static ValidatableResponse revoke(String name) {
        return operator().delete("/v1/write-keys/" + name).then();
    }

    private static ValidatableResponse change(String name, String body, String ifMatch) {
        RequestSpecification request = operator().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/v1/write-keys/" + name)
                .then();
    }

    private static RequestSpecification client(String secret) {
        return given().auth().preemptive().basic(secret, "").contentType("application/json");
    }

    private static ValidatableResponse send(String secret, String origin) {
        RequestSpecification request = client(secret).body(EVENT);
        return (origin == null ? request : request.header("Origin", origin))
                .post("/v1/track")
                .then();
    }
}
