package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Exposure;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags as OpenFeature's and GrowthBook's clients ask for them, and what is noted of it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class FlagDeliveryIT {
    @Inject
    MetricDefinitions metrics;

    @Inject
    Grants grants;

    @Inject
    AgroalDataSource database;

    @TestHTTPResource
    URI server;

    private ExperimentApi one;

    @BeforeEach
    void newOne() {
        one = new ExperimentApi(
                "f-" + UUID.randomUUID(), metrics.ids().iterator().next());
    }

    private String exposures(Shopper shopper) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select coalesce(string_agg(variation || '/' || propensity || '/' || mixed, ','), '')"
                                + " from experiment_exposure where experiment_id = ? and pseudonym = ?")) {
            select.setString(1, one.id());
            select.setString(2, shopper.pseudonym());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static ValidatableResponse bulk(String key, String context, String known) {
        var request =
                given().header("X-API-Key", key).contentType(ContentType.JSON).body("{\"context\": " + context + "}");
        return (known == null ? request : request.header("If-None-Match", known))
                .post("/ofrep/v1/evaluate/flags")
                .then();
    }

    private static String from(ExperimentApi experiment, Shopper shopper, String country) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body("{\"context\": {\"targetingKey\": \"" + shopper.pseudonym() + "\", \"country\": \"" + country
                        + "\"}}")
                .post("/ofrep/v1/evaluate/flags/" + experiment.id())
                .then()
                .statusCode(200)
                .extract()
                .path("reason");
    }

    @Test
    void whatAPersonWasGivenHoldsAtOnceWhateverItsAttributesBecome() {
        one.run("\"targeting\": {\"country\": \"DE\"},");
        ExperimentApi other = new ExperimentApi(
                "f-" + UUID.randomUUID(), metrics.ids().iterator().next());
        other.run("\"targeting\": {\"country\": \"DE\"},");
        Shopper shopper = grants.somebody(Purpose.ANALYTICS);

        assertThat(from(one, shopper, "FR")).as("not in the experiment").isEqualTo("STATIC");
        assertThat(from(one, shopper, "DE")).isEqualTo("SPLIT");
        assertThat(from(one, shopper, "FR")).isEqualTo("SPLIT");
        assertThat(from(other, shopper, "DE")).isEqualTo("SPLIT");
        assertThat(from(other, shopper, "FR")).as("beside what was kept before").isEqualTo("SPLIT");
    }

    @Test
    void whatAnotherInstanceGaveHoldsAtOnceToo() throws SQLException {
        one.run("\"targeting\": {\"country\": \"DE\"},");
        ExperimentApi other = new ExperimentApi(
                "f-" + UUID.randomUUID(), metrics.ids().iterator().next());
        other.run("\"targeting\": {\"country\": \"DE\"},");
        Shopper shopper = grants.somebody(Purpose.ANALYTICS);
        assertThat(from(one, shopper, "DE")).isEqualTo("SPLIT");

        givenByAnotherInstance(other, shopper);

        assertThat(from(other, shopper, "FR")).isEqualTo("SPLIT");
    }

    private void givenByAnotherInstance(ExperimentApi experiment, Shopper shopper) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into experiment_exposure"
                        + " (experiment_id, phase, unit, pseudonym, variation, propensity, first_at)"
                        + " values (?, 1, ?, ?, 'blue', 0.5, now())")) {
            insert.setString(1, experiment.id());
            insert.setString(2, shopper.pseudonym());
            insert.setString(3, shopper.pseudonym());
            insert.executeUpdate();
        }
    }

    @Test
    void oneEvaluationIsSeenAndABulkIsNot() throws SQLException {
        one.run("");
        Shopper shopper = grants.somebody(Purpose.ANALYTICS);
        Shopper quiet = grants.somebody(Purpose.PERSONALIZATION);

        bulk(ExperimentApi.clientKey(), "{\"targetingKey\": \"" + shopper.pseudonym() + "\"}", null)
                .statusCode(200)
                .body("flags.key", hasItem(one.id()));
        assertThat(exposures(shopper)).isEmpty();
        String variant = one.variant(shopper);
        one.variant(quiet);

        assertThat(exposures(shopper)).isEqualTo(variant + "/0.5/false");
        assertThat(exposures(quiet)).isEmpty();
        grants.says(shopper, 2, Purpose.PERSONALIZATION);
        eventually().untilAsserted(() -> assertThat(exposures(shopper)).isEmpty());
        one.evaluates(shopper.pseudonym())
                .body("reason", equalTo("SPLIT"))
                .body("variant", equalTo(variant))
                .body("metadata.experiment", equalTo(one.id()))
                .body("metadata.phase", equalTo(1));
    }

    @Test
    void whatAnSdkReportsIsNotedAndAnotherVariationMixesIt() throws SQLException {
        one.run("");
        Shopper shopper = grants.somebody(Purpose.ANALYTICS);

        views(shopper, "1");
        eventually().untilAsserted(() -> assertThat(exposures(shopper)).isEqualTo("blue/0.5/false"));
        assertThat(one.variant(shopper)).isEqualTo("blue");
        views(shopper, "control");

        eventually().untilAsserted(() -> assertThat(exposures(shopper)).isEqualTo("blue/0.5/true"));
    }

    private void views(Shopper shopper, String variation) {
        ShopEvent event = shopper.event(EventType.EXPOSURE, "none").toBuilder()
                .clearItems()
                .clearGrantedPurposes()
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setExposure(Exposure.newBuilder().setExperimentId(one.id()).setVariationId(variation))
                .setOccurredAt(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() + 1))
                .build();
        shopper.writes(shopper.sealed(event, shopper.pseudonym()));
    }

    @Test
    void theTagCoversTheWholeContextAndTheConfiguration() {
        one.run("");
        String key = ExperimentApi.clientKey();
        String context = "{\"targetingKey\": \"u1\", \"country\": \"DE\"}";
        String tag = bulk(key, context, null)
                .statusCode(200)
                .body("eventStreams[0].endpoint.requestUri", equalTo("/ofrep/v1/streams/" + key))
                .extract()
                .header("ETag");

        bulk(key, context, tag).statusCode(304);
        bulk(key, context.replace("DE", "CN"), tag).statusCode(200);
        bulk(key, context.replace("u1", "u2"), tag).statusCode(200);
        one.step("{\"step\": \"ramp\", \"coverage\": 0.5}").statusCode(200);
        bulk(key, context, tag).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "400; PARSE_ERROR; {",
                "400; INVALID_CONTEXT; {\"context\": 3}",
                "400; INVALID_CONTEXT; {}",
                "400; TARGETING_KEY_MISSING; {\"context\": {}}",
                "400; TARGETING_KEY_MISSING; {\"context\": {\"targetingKey\": \"\"}}",
                "404; FLAG_NOT_FOUND; {\"context\": {\"targetingKey\": \"u1\"}}"
            })
    void anErrorHasTheShapeOfTheProtocol(int status, String code, String body) {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/ofrep/v1/evaluate/flags/no-such-flag")
                .then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("errorCode", equalTo(code))
                .body("key", equalTo("no-such-flag"));
    }

    @Test
    void aRevokedKeyLetsNobodyIn() {
        String key = ExperimentApi.clientKey();
        bulk(key, "{\"targetingKey\": \"u1\"}", null).statusCode(200);

        ExperimentApi.analyst().delete("/v1/client-keys/" + key).then().statusCode(204);

        bulk(key, "{\"targetingKey\": \"u1\"}", null).statusCode(401).body("errorCode", equalTo("GENERAL"));
        given().get("/api/features/" + key).then().statusCode(404);
    }

    /** The Java provider's client asks for HTTP/2 by an upgrade, on a POST with a body. */
    @Test
    void anUpgradeToHttp2IsAnswered() throws Exception {
        one.run("");
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.resolve("/ofrep/v1/evaluate/flags/" + one.id()))
                            .header("X-API-Key", ExperimentApi.clientKey())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"context\": {\"targetingKey\": \"u1\"}}"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json;charset=UTF-8");
        }
    }

    @Test
    void thePayloadIsPublicAndTellsNothingPersonal() {
        one.run("\"targeting\": {\"country\": \"DE\"},");
        ExperimentApi secret = new ExperimentApi(
                "s-" + UUID.randomUUID(), metrics.ids().iterator().next());
        secret.run("\"targeting\": {\"segments\": {\"$elemMatch\": {\"$eq\": \"buyer\"}}},");
        String key = ExperimentApi.clientKey();

        ValidatableResponse payload = given().header("Origin", "https://shop.example")
                .get("/api/features/" + key)
                .then()
                .statusCode(200)
                .header("x-sse-support", "enabled")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", containsString("stale-while-revalidate"))
                .body("features", hasKey(one.id()))
                .body("features", not(hasKey(secret.id())))
                .body("features.'" + one.id() + "'.rules[0].hashVersion", equalTo(2));
        given().header("If-None-Match", payload.extract().header("ETag"))
                .get("/api/features/" + key)
                .then()
                .statusCode(304);
        given().contentType(ContentType.JSON)
                .body("{\"attributes\": {\"id\": \"u1\", \"segments\": [\"buyer\"]}}")
                .post("/api/eval/" + key)
                .then()
                .statusCode(200)
                .body("features.'" + secret.id() + "'.rules[0].tracks[0].experiment.key", equalTo(secret.id()))
                .body("features.'" + secret.id() + "'.rules[0].condition", nullValue());
    }

    @Test
    void streamsTellOfAChange() {
        String key = ExperimentApi.clientKey();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Queue<String> features = follow(client, "/sub/" + key);
            Queue<String> words = follow(client, "/ofrep/v1/streams/" + key);
            one.save(one.definition(""), null).statusCode(201);
            one.step("{\"step\": \"start\"}").statusCode(200);

            eventually().untilAsserted(() -> {
                one.step("{\"step\": \"ramp\", \"coverage\": 0.5}").statusCode(200);
                assertThat(features)
                        .anyMatch(line -> line.startsWith("event") && line.contains("features"))
                        .anyMatch(line -> line.startsWith("data") && line.contains(one.id()));
                assertThat(words).anyMatch(line -> line.startsWith("data") && line.contains("refetchEvaluation"));
            });
            client.shutdownNow();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the client.
    private Queue<String> follow(HttpClient client, String path) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        client.sendAsync(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> answer.body().forEach(lines::add));
        return lines;
    }

    @Test
    void aPreflightIsAnswered() {
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-api-key")
                .options("/ofrep/v1/evaluate/flags")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", "content-type, x-api-key");
    }

    /** Campaigns that belong to an experiment are given to their variation only, and whoever could have got one is counted. */
    @Test
    void aCampaignOfAVariationIsGivenToWhoIsInIt() throws SQLException {
        one.run("");
        CampaignApi campaign = new CampaignApi("c-" + UUID.randomUUID());
        String definition = campaign.definition("Blue")
                .replace(
                        "\"holdout\": 0,",
                        "\"experiment\": {\"id\": \"%s\", \"variation\": \"blue\"},".formatted(one.id()));
        campaign.save("anna", definition, null).statusCode(201);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bert", "approve").statusCode(200);

        for (String variation : List.of("control", "blue")) {
            Shopper shopper = Stream.generate(Shopper::unknown)
                    .filter(unknown -> one.variant(unknown).equals(variation))
                    .findFirst()
                    .orElseThrow();
            grants.says(shopper, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);

            Storefront.asks(campaign.id(), shopper)
                    .statusCode(200)
                    .body("campaign.id", equalTo(variation.equals("blue") ? campaign.id() : null));
            assertThat(exposures(shopper)).isEqualTo(variation + "/0.5/false");
        }
    }
}
