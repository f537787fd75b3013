package dev.aisle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
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
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are begun and don't come to their end, over both protocols, with and without a length. */
class UnfinishedBodiesTest {
    private final Promise<Throwable> readingEnded = Promise.promise();
    private final Promise<HttpServerRequest> waiting = Promise.promise();
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        vertx = Vertx.vertx();
        RequestBounds bounds = new RequestBounds(Duration.ofMillis(500), new MemorySize(BigInteger.valueOf(100_000)));
        Router router = Router.router(vertx);
        router.route().handler(bounds::bound);
        router.route("/waits").handler(context -> waiting.complete(context.request()));
        router.route("/unread").handler(context -> {
            context.request().pause();
            waiting.complete(context.request());
        });
        router.route("/refused").handler(context -> Refusals.refuse(context, 400, "refused", "Not this one."));
        router.route()
                .handler(context -> context.request()
                        .body()
                        .onFailure(readingEnded::tryComplete)
                        .onSuccess(body -> context.response().end(body)));
        server = get(vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                .requestHandler(router)
                .listen());
    }

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
    }

    private HttpClient client(HttpVersion version) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(version)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1));
    }

    @ParameterizedTest
    @CsvSource({"HTTP_2, none", "HTTP_2, 1000", "HTTP_1_1, none", "HTTP_1_1, 1000"})
    void aBodyThatDoesNotComeIs408AndWhoeverReadsItIsToldOfItsEnd(HttpVersion version, String length) throws Exception {
        HttpClientRequest begun = request(client(version), "/read");
        if (length.equals("none")) {
            begun.setChunked(true);
        } else {
            begun.putHeader("content-length", length);
        }

        begun.write("a part");
        HttpClientResponse answer = get(begun.response());

        assertThat(answer.statusCode()).isEqualTo(408);
        assertThat(get(readingEnded.future())).isNotNull();
    }

    @Test
    void otherRequestsOnTheConnectionAreServed() throws Exception {
        HttpClient client = client(HttpVersion.HTTP_2);
        HttpClientRequest begun = request(client, "/read");
        Promise<Throwable> reset = Promise.promise();
        begun.exceptionHandler(reset::tryComplete);
        begun.sendHead();
        get(begun.response());
        HttpClientRequest whole = request(client, "/read");

        // Before it is sent: a body that nobody reads when it comes is lost.
        Future<Buffer> echo = whole.response().compose(HttpClientResponse::body);
        whole.send("whole");

        assertThat(get(echo)).hasToString("whole");
        assertThat(whole.connection()).isSameAs(begun.connection());
        assertThat(get(reset.future())).isInstanceOf(StreamResetException.class);
    }

    @Test
    void aRefusedStreamIsEndedAndDoesNotStayOpen() throws Exception {
        HttpClientRequest begun = request(client(HttpVersion.HTTP_2), "/refused");
        Promise<Throwable> reset = Promise.promise();
        begun.exceptionHandler(reset::tryComplete);
        begun.sendHead();

        assertThat(get(begun.response()).statusCode()).isEqualTo(400);
        assertThat(get(reset.future()))
                .isInstanceOfSatisfying(
                        StreamResetException.class,
                        end -> assertThat(end.getCode()).isZero());
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void aRequestWithoutABodyMayWaitForItsAnswer(HttpVersion version) throws Exception {
        HttpClient client = client(version);
        Future<HttpClientResponse> answer = request(client, "/waits").send();
        HttpServerRequest waits = get(waiting.future());
        HttpClientRequest begun = request(client(HttpVersion.HTTP_2), "/read");
        begun.sendHead();
        get(begun.response());

        waits.response().end();

        assertThat(get(answer).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_2, false", "HTTP_2, true", "HTTP_1_1, false", "HTTP_1_1, true"})
    void aBodyThatCameWholeIsNotTooSlowHoweverLateItIsRead(HttpVersion version, boolean chunked) throws Exception {
        HttpClientRequest whole = request(client(version), "/unread").setChunked(chunked);
        Future<HttpClientResponse> answer = whole.send("{}");
        HttpServerRequest unread = get(waiting.future());
        HttpClientRequest begun = request(client(HttpVersion.HTTP_2), "/read");
        begun.sendHead();
        get(begun.response());

        unread.response().end();

        assertThat(get(answer).statusCode()).isEqualTo(200);
    }

    private HttpClientRequest request(HttpClient client, String path) throws Exception {
        return get(client.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", path));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
