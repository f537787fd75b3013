package dev.aisle.ingest.door.edge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stranger without a key begins bodies over HTTP/2 and ends none. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class UnfinishedBodiesIT {
    private static final int STREAMS = 90;
    private static final int BYTES = 450_000;
    private static final String SPACES = " ".repeat(BYTES);

    @Inject
    BytesInFlight inFlight;

    @ConfigProperty(name = "aisle.door.bytes-in-flight", defaultValue = "16000000")
    long most;

    private Vertx vertx;
    private HttpClient stranger;

    @BeforeEach
    void connect() {
        vertx = Vertx.vertx();
        stranger = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(3));
    }

    @AfterEach
    void leave() throws Exception {
        get(vertx.close());
    }

    @ParameterizedTest
    @CsvSource({"/v1/batch, false", "/v1/batch, true", "/v1/events, false", "/v1/events, true"})
    void nobodyElseIsHeldUpAndTheRoomComesBack(String path, boolean withBytes) throws Exception {
        for (int stream = 0; stream < STREAMS; stream++) {
            HttpClientRequest begun = request(HttpMethod.POST, path).setChunked(true);
            begun.putHeader("content-type", "application/json");
            begun.response();
            get(begun.sendHead());
            if (withBytes) {
                begun.write(Buffer.buffer(SPACES));
            }
        }
        // Behind all of them on each connection.
        for (int connection = 0; connection < 3; connection++) {
            get(request(HttpMethod.GET, "/q/health/live").send());
        }
        await().until(() -> inFlight.free(), free -> free < (withBytes ? BYTES : most));

        for (int sent = 0; sent < 3; sent++) {
            given().auth()
                    .preemptive()
                    .basic("test-write-key", "")
                    .contentType("application/json")
                    .body("{\"batch\":[{\"type\":\"track\",\"event\":\"Cart Viewed\",\"userId\":\"u\"}]}" + SPACES)
                    .post("/v1/batch")
                    .then()
                    .statusCode(200);
            given().auth()
                    .preemptive()
                    .basic("test-write-key", "")
                    .contentType("application/json")
                    .body("{}" + SPACES)
                    .post("/v1/events")
                    .then()
                    // It was read and judged.
                    .statusCode(400);
        }

        await().until(() -> inFlight.free() == most);
    }

    private HttpClientRequest request(HttpMethod method, String path) throws Exception {
        return get(stranger.request(method, RestAssured.port, "127.0.0.1", path));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
