package dev.aisle.platform.grpc;

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
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of calls over a real connection; what stands in for gRPC collects all that it gets. */
class CallSizesTest {
    private static final int MOST = 2_000;
    private static final int LARGE = 9_000;
    private static final String HEALTH = "/grpc.health.v1.Health/Check";

    private final AtomicLong collected = new AtomicLong();
    private final Promise<Throwable> ended = Promise.promise();
    private Vertx vertx;
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void serve() throws Exception {
        vertx = Vertx.vertx();
        CallSizes sizes = new CallSizes(MOST, LARGE, Set.of("a.B/Large"));
        Router router = Router.router(vertx);
        router.route().handler(sizes::bound);
        router.route()
                .handler(context -> context.request()
                        .handler(bytes -> collected.addAndGet(bytes.length()))
                        .exceptionHandler(ended::tryComplete)
                        .endHandler(_ ->
                                context.response().putHeader("grpc-status", "0").end()));
        server = get(vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                .requestHandler(router)
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
    @CsvSource({
        "/a.B/C, 2005, 0",
        "/a.B/C, 2006, 8",
        "/a.B/C, 7000000, 8",
        "/a.B/Large, 9005, 0",
        "/a.B/Large, 9006, 8",
        "/grpc.health.v1.Health/Check, 1029, 0",
        "/grpc.health.v1.Health/Check, 1030, 8",
        "/grpc.health.v1.Health/Watch, 7000000, 8"
    })
    void aMessageIsJudgedBeforeItIsCollected(String call, int bytes, String status) throws Exception {
        HttpClientRequest request = call(call);
        request.send(Buffer.buffer(new byte[bytes]));

        assertThat(get(request.response()).getHeader("grpc-status")).isEqualTo(status);
        assertThat(collected.get()).isLessThanOrEqualTo(LARGE + 5);
    }

    /** The rest never comes, and whoever collects is told. */
    @Test
    void theAnswerWaitsForNoEnd() throws Exception {
        HttpClientRequest request = call(HEALTH).setChunked(true);
        request.write(Buffer.buffer(new byte[600]));
        request.write(Buffer.buffer(new byte[600]));

        HttpClientResponse answer = get(request.response());

        assertThat(answer.getHeader("grpc-message")).contains("1024");
        assertThat(get(ended.future())).isNotNull();
        assertThat(collected.get()).isLessThanOrEqualTo(1_029);
    }

    @Test
    void otherCallsOnTheConnectionAreCountedForThemselves() throws Exception {
        HttpClientRequest large = call("/a.B/C");
        large.send(Buffer.buffer(new byte[70_000]));
        get(large.response());

        for (int call = 0; call < 5; call++) {
            HttpClientRequest small = call("/a.B/C");
            small.send(Buffer.buffer(new byte[MOST]));

            assertThat(get(small.response()).getHeader("grpc-status")).isEqualTo("0");
            assertThat(small.connection()).isSameAs(large.connection());
        }
    }

    /** A megabyte that is packed into a kilobyte would be unpacked first. */
    @Test
    void healthIsNotAskedInPackedMessages() throws Exception {
        HttpClientRequest request = call(HEALTH).putHeader("grpc-encoding", "gzip");
        request.send(Buffer.buffer(new byte[10]));

        assertThat(get(request.response()).getHeader("grpc-status")).isEqualTo("12");
    }

    private HttpClientRequest call(String path) throws Exception {
        return get(client.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", path))
                .putHeader("content-type", "application/grpc");
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
