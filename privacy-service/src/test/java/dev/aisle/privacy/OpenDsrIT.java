package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.request.usecase.RunDueRequests;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenDSR 2.0 by its vectors; clauses of the specification in the names. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class OpenDsrIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RunDueRequests runDueRequests;

    static Stream<Arguments> requests() {
        return StreamSupport.stream(vectors().path("requests").spliterator(), false)
                .map(vector -> Arguments.of(vector.path("name").asText(), vector));
    }

    @ParameterizedTest(name = "clause 7.1.1: {0}")
    @MethodSource("requests")
    void clause711EveryRequestOfTheVectorsIsAnsweredAsTheySay(String name, JsonNode vector) throws IOException {
        int expected = vector.path("expect_status").asInt();
        if (vector.path("body").asText().equals("<50MB>")) {
            assertThat(HugeBody.announce("/v2/requests", 50_000_000)).isEqualTo(expected);
            return;
        }

        Response answer = send(vector.path("body"), expected);

        assertThat(answer.statusCode()).as(name).isEqualTo(expected);
        if (expected == 400) {
            // 7.5 and 7.6: a descriptive error that says nothing of the person.
            assertThat(answer.<Integer>path("error.code")).isEqualTo(400);
            assertThat(answer.asString()).doesNotContain("johndoe");
        }
    }

    private static Response send(JsonNode body, int expected) {
        String text = body.isObject() ? JSON.valueToTree(body).toString() : body.asText();
        return switch (text) {
            case "<text/plain>" ->
                officer().contentType("text/plain").body("{}").post("/v2/requests");
            case "<none>" ->
                RestAssured.given().contentType("application/json").body("{}").post("/v2/requests");
            case "<role>" -> Calls.as(Role.MARKETER).body(good()).post("/v2/requests");
            default -> officer().body(expected == 201 ? withNewId(text) : text).post("/v2/requests");
        };
    }

    @Test
    void clause73TheAnswerHasWhatItMustAndItsSignatureHoldsForItsBytes() {
        String body = good();

        Response answer = officer().body(body).post("/v2/requests");

        answer.then()
                .statusCode(201)
                .header("X-OpenDSR-Processor-Domain", "processor.test")
                .header("Cache-Control", "no-store")
                .body("$", hasKey("controller_id"))
                .body("$", hasKey("expected_completion_time"))
                .body("$", hasKey("received_time"));
        assertThat(answer.<String>path("subject_request_id")).isEqualTo(idOf(body));
        assertThat(Base64.getDecoder().decode(answer.<String>path("encoded_request")))
                .isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertSigned(answer, "X-OpenDSR-Signature");
    }

    @Test
    void clause42TheVectorsSignatureIsCheckedTheSameWay() {
        assertThat(Signatures.hold(
                        text("opendsr/cert.pem"), bytes("opendsr/response_body.json"), text("opendsr/signature.b64")))
                .isTrue();
        assertThat(Signatures.hold(
                        text("opendsr/cert.pem"), "{}".getBytes(StandardCharsets.UTF_8), text("opendsr/signature.b64")))
                .isFalse();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndAnotherBodyAConflict() {
        String body = good();
        Response first = officer().body(body).post("/v2/requests");

        Response again = officer().body(body).post("/v2/requests");

        assertThat(again.statusCode()).isIn(200, 201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        officer().body(body.replace("gdpr", "ccpa")).post("/v2/requests").then().statusCode(409);
    }

    @Test
    void clause81And31TheStatusIsAtBothAddressesAndSigned() {
        String id = take(good());

        for (String address : List.of("/v2/requests/" + id, "/v2/status/" + id)) {
            Response status = officer().get(address);
            status.then()
                    .statusCode(200)
                    .body("request_status", equalTo("pending"))
                    .body("subject_request_id", equalTo(id))
                    .body("api_version", equalTo("2.0"));
            assertSigned(status, "X-OpenDSR-Signature");
        }
        officer().get("/v2/requests/" + UUID.randomUUID()).then().statusCode(404);
        officer().get("/v2/status/not-an-id").then().statusCode(404);
    }

    @Test
    void clause9ItIsCancelledWhilePendingAndNotAfter() {
        String cancelled = take(good());
        Response answer = officer().delete("/v2/requests/" + cancelled);
        answer.then().statusCode(202).body("$", hasKey("received_time")).body("subject_request_id", equalTo(cancelled));
        assertSigned(answer, "X-OpenDSR-Signature");
        officer().get("/v2/requests/" + cancelled).then().body("request_status", equalTo("cancelled"));

        String begun = take(good().replace("\"email\"", "\"controller_customer_id\""));
        begin(begun);
        officer().delete("/v2/requests/" + begun).then().statusCode(409);
        officer().delete("/v2/requests/" + UUID.randomUUID()).then().statusCode(404);
        officer().get("/v2/requests/" + cancelled).then().body("request_status", equalTo("cancelled"));
    }

    @Test
    void anErasureOfACustomerRunsLikeOneOfOurOwn() {
        String customer = UUID.randomUUID().toString();
        String pseudonym = grant("customer_id:" + customer);
        String body = good().replace("\"email\"", "\"controller_customer_id\"")
                .replaceAll("[a-z0-9-]+@example.com", customer);
        String id = take(body);

        begin(id);
        String part = officer().get("/v2/requests/" + id + "/parts").path("requests[0]");
        Services.OTHERS.forEach(service -> Services.answer(part, pseudonym, service));

        await().untilAsserted(() -> officer()
                .get("/v2/requests/" + id)
                .then()
                .body("request_status", equalTo("completed"))
                .body("results_count", equalTo(1)));
    }

    @Test
    void aHashedIdentityIsTakenAndLeadsToNobodyAndTheAnswerSaysSo() {
        String hashed =
                good().replaceAll("[a-z0-9-]+@example.com", "5".repeat(64)).replace("\"raw\"", "\"sha256\"");
        String id = take(hashed);

        officer().get("/v2/requests/" + id + "/parts").then().body("requests", hasSize(0));
    }

    @Test
    void clause6DiscoverySaysWhatIsSupportedAndWhereTheCertificateIs() {
        Response discovery = RestAssured.given().get("/v2/discovery");

        discovery
                .then()
                .statusCode(200)
                .body("api_version", equalTo("2.0"))
                .body("supported_subject_request_types", hasItem("erasure"))
                .body("supported_identities.identity_type", hasItem("email"))
                .body("processor_certificate", equalTo("https://processor.test/v2/certificate"));
        assertSigned(discovery, "X-OpenDSR-Signature");
    }

    @Test
    void clause101TheOldNamesAreHonoured() {
        for (String version : List.of("v1", "v2")) {
            String body = good();
            Response answer = officer().body(body).post("/" + version + "/opengdpr_requests");
            answer.then().statusCode(201).header("X-OpenGDPR-Processor-Domain", "processor.test");
            assertSigned(answer, "X-OpenGDPR-Signature");
            String address = "/" + version + "/opengdpr_requests/" + idOf(body);
            officer().get(address).then().body("request_status", equalTo("pending"));
            officer().delete(address).then().statusCode(202);
        }
        String without = good().replace("\"regulation\":\"gdpr\",", "").replace("\"api_version\":\"2.0\",", "");
        officer().body(without).post("/v1/opengdpr_requests").then().statusCode(201);
        officer().body(without).post("/v2/opengdpr_requests").then().statusCode(400);
    }

    @Test
    void aCallbackThatLeadsInsideIsRefusedAlsoByName() {
        for (String url :
                List.of("https://localhost/cb", "https://[::1]/cb", "https://10.0.0.1/cb", "http://example.com/")) {
            officer()
                    .body(good().replaceFirst("\\{", "{\"status_callback_urls\":[\"" + url + "\"],"))
                    .post("/v2/requests")
                    .then()
                    .statusCode(400)
                    .body("error.errors[0].reason", equalTo("status_callback_urls"))
                    .body("detail", not(equalTo("")));
        }
    }

    private static void assertSigned(Response answer, String header) {
        String certificate = RestAssured.given().get("/v2/certificate").asString();
        assertThat(Signatures.hold(certificate, answer.asByteArray(), answer.header(header)))
                .isTrue();
    }

    /** Once more when nobody knew at first which browsers are the person's. */
    private void begin(String id) {
        await().pollInSameThread().untilAsserted(() -> {
            runDueRequests.run(Instant.now().plus(Duration.ofHours(2)));
            officer().get("/v2/requests/" + id).then().body("request_status", equalTo("in_progress"));
        });
    }

    private static String take(String body) {
        officer().body(body).post("/v2/requests").then().statusCode(201);
        return idOf(body);
    }

    private static String good() {
        String person = UUID.randomUUID().toString();
        return "{\"regulation\":\"gdpr\",\"api_version\":\"2.0\",\"subject_request_id\":\"" + UUID.randomUUID()
                + "\",\"subject_request_type\":\"erasure\",\"submitted_time\":\"2018-10-02T15:00:00Z\","
                + "\"subject_identities\":[{\"identity_type\":\"email\",\"identity_value\":\"" + person
                + "@example.com\",\"identity_format\":\"raw\"}]}";
    }

    private static String idOf(String body) {
        try {
            return JSON.readTree(body).path("subject_request_id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withNewId(String body) {
        try {
            ObjectNode changed = (ObjectNode) JSON.readTree(body);
            return changed.put("subject_request_id", UUID.randomUUID().toString())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode vectors() {
        try {
            return JSON.readTree(bytes("opendsr-vectors.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = OpenDsrIT.class.getResourceAsStream("/vectors/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
