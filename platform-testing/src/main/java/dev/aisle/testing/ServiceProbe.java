package dev.aisle.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The probe of a service as Prometheus' blackbox exporter would send it, read from what is given to the exporter. */
public final class ServiceProbe {
    private static final Path PROMETHEUS = Path.of("../deploy/prometheus");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String path;
    private final JsonNode http;

    private ServiceProbe(String path, JsonNode http) {
        this.path = path;
        this.http = http;
    }

    /** The probe of this service. */
    public static ServiceProbe of(String service) {
        JsonNode probe = StreamSupport.stream(read("probes.yaml").spliterator(), false)
                .filter(one -> one.path("service").asText().equals(service))
                .findFirst()
                .orElseThrow();
        JsonNode module =
                read("blackbox.yaml").path("modules").path(probe.path("module").asText());
        return new ServiceProbe(probe.path("path").asText(), module.path("http"));
    }

    /**
     * Whether the answer is one that the exporter takes for a success.
     *
     * @param writeKey of the door; other services are asked with a token
     */
    public boolean succeeds(String writeKey) {
        RequestSpecification request = http.has("oauth2")
                ? RestAssured.given().auth().oauth2(TestTokens.withRoles("storefront"))
                : RestAssured.given().auth().preemptive().basic(writeKey, "");
        if (http.has("body")) {
            request = request.contentType("application/json")
                    .body(http.path("body").asText().getBytes(StandardCharsets.UTF_8));
        }
        int status = request.request(http.path("method").asText(), path).statusCode();
        return StreamSupport.stream(http.path("valid_status_codes").spliterator(), false)
                .anyMatch(valid -> valid.asInt() == status);
    }

    private static JsonNode read(String file) {
        try {
            return JSON.valueToTree(new Yaml().<Object>load(Files.readString(PROMETHEUS.resolve(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
