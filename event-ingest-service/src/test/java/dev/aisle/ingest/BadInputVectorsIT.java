package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The collected bad inputs, each with the status that is expected of it: nothing is a 5xx. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class BadInputVectorsIT {
    private static final String EVENTS = "/v1/events";
    private static final String GOOD = """
            {"eventId":"018f3c1e-0000-7000-8000-000000000002","type":"product_viewed","occurredAt":"2026-11-25T09:00:00Z",\
            "subject":"c-1","properties":{"sku":"SKU-1"}}""";

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = BadInputVectorsIT.class.getResourceAsStream("/vectors/bad-inputs.json")) {
            JsonNode cases = new ObjectMapper()
                    .readTree(Objects.requireNonNull(in, "vectors"))
                    .path("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachHasItsStatus(JsonNode vector) throws IOException {
        int status = vector.path("body").isTextual()
                ? RawHttp.post(EVENTS, vector.path("body").asText(), "Content-Type: application/json", key())
                : generated(vector.path("gen"));

        assertThat(expected(vector.path("expect_status")).anyMatch(one -> one == status))
                .as("%s: %s", vector.path("name").asText(), status)
                .isTrue();
        RestAssured.given().get("/q/health/live").then().statusCode(200);
    }

    private static int generated(JsonNode gen) throws IOException {
        String json = "Content-Type: application/json";
        return switch (gen.path("kind").asText()) {
            case "path" -> RawHttp.get("GET", gen.path("v").asText());
            case "method" -> RawHttp.get(gen.path("v").asText(), EVENTS);
            case "ctype" ->
                RawHttp.post(EVENTS, GOOD, "Content-Type: " + gen.path("v").asText(), key());
            case "header_len" ->
                RawHttp.post(
                        EVENTS,
                        GOOD,
                        json,
                        key(),
                        "X-Long: " + "x".repeat(gen.path("n").asInt()));
            case "headers" -> RawHttp.post(EVENTS, GOOD, many(gen.path("n").asInt(), json));
            case "string" ->
                RawHttp.post(EVENTS, withSku("\"" + "s".repeat(gen.path("bytes").asInt()) + "\""), json, key());
            case "digits" ->
                RawHttp.post(EVENTS, withSku("9".repeat(gen.path("n").asInt())), json, key());
            case "chunk_open" -> RawHttp.unfinished(EVENTS, "Transfer-Encoding: chunked", "10\r\n{\"eventId\":", key());
            case "slow" -> RawHttp.slowly(EVENTS, GOOD, key());
            case "cl_mismatch" -> RawHttp.unfinished(EVENTS, "Content-Length: 20", GOOD, key());
            default -> throw new IllegalArgumentException("No such case: " + gen);
        };
    }

    private static String withSku(String sku) {
        return GOOD.replace("\"SKU-1\"", sku);
    }

    private static String[] many(int count, String json) {
        String[] headers = new String[count];
        Arrays.setAll(headers, i -> "X-Header-" + i + ": " + i);
        headers[0] = json;
        headers[1] = key();
        return headers;
    }

    private static String key() {
        return "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString((Shop.WRITE_KEY + ":").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A number, or words such as {@code 400 or 404} and {@code 422 or dropped}; what is dropped is a 202. */
    private static Stream<Integer> expected(JsonNode status) {
        return Arrays.stream(status.asText().split(" or ", -1))
                .map(one -> one.equals("dropped") ? 202 : Integer.parseInt(one));
    }
}
