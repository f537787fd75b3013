package dev.aisle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers over HTTP/2 to a client that has ended its stream, as one does whose deadline passed. */
class LateAnswersTest {
    /** What the server writes before and after the stream is gone. */
    record Late(String name, Consumer<HttpServerResponse> before, Consumer<HttpServerResponse> after) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Late> late() {
        return List.of(
                new Late("headers", _ -> {}, HttpServerResponse::writeHead),
                new Late("body", HttpServerResponse::writeHead, response -> response.end("late")),
                new Late(
                        "body, told to nobody",
                        HttpServerResponse::writeHead,
                        response -> response.end(Buffer.buffer("late"), null)),
                new Late("trailers, as gRPC does", HttpServerResponse::writeHead, LateAnswersTest::endWithTrailers),
                new Late("everything", _ -> {}, LateAnswersTest::endWithTrailers),
                new Late(
                        "body over the client's window, which waits when the stream ends",
                        response -> response.end(Buffer.buffer(new byte[1_000_000]), null),
                        _ -> {}));
    }

    private static void endWithTrailers(HttpServerResponse response) {
        response.putTrailer("grpc-status", "0");
        response.end("late");
    }

    private final Promise<HttpServerRequest> kept = Promise.promise();
    private final Promise<HttpServerRequest> asked = Promise.promise();
    private Vertx vertx;
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void serve() throws Exception {
        vertx = Vertx.vertx();
        server = get(vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                .requestHandler(request -> (request.path().equals("/kept") ? kept : asked).complete(request))
                .listen());
        client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1));
    }

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
    }

    @ParameterizedTest
    @MethodSource("late")
    void anAnswerThatComesTooLateLeavesTheConnectionsOtherCallsAlone(Late answer) throws Exception {
        HttpClientRequest keptRequest = request("/kept");
        Future<Buffer> keptBody = keptRequest.response().compose(HttpClientResponse::body);
        keptRequest.send();
        HttpServerResponse keptResponse = get(kept.future()).response();
        HttpClientRequest lateRequest = request("/late");
        assertThat(lateRequest.connection()).isSameAs(keptRequest.connection());
        lateRequest.response(_ -> {});
        lateRequest.end();
        HttpServerResponse lateResponse = get(asked.future()).response();
        Promise<Void> gone = Promise.promise();
        lateResponse.closeHandler(gone::complete);

        answer.before().accept(lateResponse);
        lateRequest.reset(8);
        get(gone.future());
        answer.after().accept(lateResponse);
        keptResponse.end("kept");

        assertThat(get(keptBody)).hasToString("kept");
        assertThat(request("/late").connection()).isSameAs(keptRequest.connection());
    }

    private HttpClientRequest request(String path) throws Exception {
        return get(client.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", path));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
