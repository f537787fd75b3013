package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.contracts.common.v1.Purpose;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of flags are of the form that the protocol's own description gives them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class OfrepSchemaIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOMEBODY = "{\"context\": {\"targetingKey\": \"u1\"}}";

    @Inject
    MetricDefinitions metrics;

    @Inject
    Grants grants;

    @Inject
    AgroalDataSource database;

    @TestHTTPResource
    URI server;

    private static JsonSchema schema(String name) throws IOException {
        try (InputStream yaml = OfrepSchemaIT.class.getResourceAsStream("/ofrep/openapi.yaml")) {
            ObjectNode all = (ObjectNode) new YAMLMapper().readTree(Objects.requireNonNull(yaml, "openapi.yaml"));
            all.put("$ref", "#/components/schemas/" + name);
            loosen(all);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(all);
        }
    }

    /**
     * The description says "one of" where several hold: a whole number is a number, and a flag without a value, which none of ours is, is described by
     * nothing that one with a value breaks.
     */
    private static void loosen(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("oneOf") instanceof ArrayNode kinds) {
            object.remove("oneOf");
            ArrayNode any = object.putArray("anyOf");
            kinds.forEach(kind -> {
                if (!kind.path("$ref").asText().endsWith("/codeDefaultFlag")) {
                    any.add(kind);
                }
            });
        }
        node.forEach(OfrepSchemaIT::loosen);
    }

    private static void assertForm(String name, String answer) throws IOException {
        assertThat(schema(name).validate(JSON.readTree(answer))).as(answer).isEmpty();
    }

    private static ValidatableResponse asks(String path, String body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/ofrep/v1/evaluate/flags" + path)
                .then();
    }

    private static String flag(String definition) {
        String key = "s-" + UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.of("anna", Role.ANALYST))
                .contentType(ContentType.JSON)
                .body(definition)
                .put("/v1/flags/" + key)
                .then()
                .statusCode(201);
        return key;
    }

    @Test
    void theCheckCanFail() throws IOException {
        assertThat(schema("serverEvaluationSuccess").validate(JSON.readTree("{\"reason\": 3}")))
                .isNotEmpty();
        assertThat(schema("serverEvaluationSuccess")
                        .validate(JSON.readTree("{\"key\": \"a\", \"value\": null, \"reason\": \"STATIC\"}")))
                .isNotEmpty();
        assertThat(schema("flagNotFound").validate(JSON.readTree("{\"key\": \"a\"}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "true",
                "\"blue\"",
                "3",
                "3.5",
                "{\"colour\": \"blue\", \"sizes\": [1, 2]}",
            })
    void aValueOfEachKind(String value) throws IOException {
        for (boolean on : new boolean[] {true, false}) {
            String key = flag("{\"on\": " + on + ", \"default\": " + value + "}");

            String answer = asks("/" + key, SOMEBODY)
                    .statusCode(200)
                    .body("reason", equalTo(on ? "STATIC" : "DISABLED"))
                    .extract()
                    .asString();

            assertForm("serverEvaluationSuccess", answer);
            assertThat(JSON.readTree(answer).get("value")).isEqualTo(JSON.readTree(value));
        }
    }

    @Test
    void whatAnExperimentGaveAndAllFlagsTogether() throws IOException {
        ExperimentApi experiment = new ExperimentApi(
                "s-" + UUID.randomUUID(), metrics.ids().iterator().next());
        experiment.run("");

        String one = asks("/" + experiment.id(), SOMEBODY)
                .statusCode(200)
                .body("reason", equalTo("SPLIT"))
                .extract()
                .asString();
        String all = asks("", SOMEBODY).statusCode(200).extract().asString();

        assertForm("serverEvaluationSuccess", one);
        assertForm("bulkEvaluationSuccess", all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "400; evaluationFailure; /no-such-flag; {",
                "400; evaluationFailure; /no-such-flag; {\"context\": {}}",
                "404; flagNotFound; /no-such-flag; {\"context\": {\"targetingKey\": \"u1\"}}",
                "400; bulkEvaluationFailure; ; {\"context\": {}}",
            })
    void whatIsWrong(int status, String form, String path, String body) throws IOException {
        assertForm(
                form,
                asks(path == null ? "" : path, body)
                        .statusCode(status)
                        .extract()
                        .asString());
    }

    /** An exposure that can't be noted is one: nobody is given what isn't counted. */
    @Test
    void aFaultOfOursIsToldInTheProtocolsForm() throws Exception {
        ExperimentApi experiment = new ExperimentApi(
                "s-" + UUID.randomUUID(), metrics.ids().iterator().next());
        experiment.run("");
        Shopper shopper = grants.somebody(Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        String context = "{\"context\": {\"targetingKey\": \"" + shopper.pseudonym() + "\"}}";
        String broken = "broken_" + UUID.randomUUID().toString().replace("-", "");
        execute("alter table experiment_exposure add constraint " + broken + " check (experiment_id <> '"
                + experiment.id() + "') not valid");

        String answer = asks("/" + experiment.id(), context)
                .statusCode(500)
                .contentType(ContentType.JSON)
                .header("Cache-Control", containsString("no-cache"))
                .extract()
                .asString();

        execute("alter table experiment_exposure drop constraint " + broken);
        assertForm("generalErrorResponse", answer);
        assertThat(JSON.readTree(answer).path("errorDetails").asText())
                .contains("incident")
                .doesNotContain(broken, shopper.pseudonym(), "insert");
        asks("/" + experiment.id(), context).statusCode(200).body("reason", equalTo("SPLIT"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, sql);
        }
    }

    @Test
    void whatIsTooLong() {
        asks("", "{\"context\": {\"targetingKey\": \"" + "u".repeat(70_000) + "\"}}")
                .statusCode(413)
                .contentType(ContentType.JSON)
                .body("errorCode", equalTo("GENERAL"));
    }

    /** Twice as many as it may in a second, and what it has got back meanwhile; many at once, lest that be as many. */
    @Test
    void aKeyThatAsksTooOftenIsToldWhenToComeAgain() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/ofrep/v1/evaluate/flags/no-such-flag"))
                .header("X-API-Key", ExperimentApi.clientKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(SOMEBODY))
                .build();
        HttpResponse<String> refused;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            refused = IntStream.range(0, 100)
                    .boxed()
                    .flatMap(
                            _ -> Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
                                    .limit(50)
                                    .toList()
                                    .stream())
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();
        }

        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(JSON.readTree(refused.body()).path("errorCode").asText()).isEqualTo("GENERAL");
    }
}
