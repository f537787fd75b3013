package dev.aisle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests byte by byte, over a real server with the filters that every service has. */
class ConnectionsTest {
    private static final String WITHIN = "aisle.http.headers-within";
    private static final int PATIENCE_MILLIS = 20_000;

    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        System.setProperty(WITHIN, "700ms");
        vertx = Vertx.vertx();
        RequestBounds bounds = new RequestBounds(Duration.ofSeconds(30), new MemorySize(BigInteger.valueOf(100_000)));
        Router router = Router.router(vertx);
        router.route().failureHandler(WellFormedRequests::explainFailure);
        router.route().handler(bounds::bound);
        router.route().handler(WellFormedRequests::check);
        router.route()
                .handler(context -> context.request()
                        .body()
                        .onSuccess(
                                body -> context.response().end(context.request().path() + "=" + body + ".")));
        server = vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        System.clearProperty(WITHIN);
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that comes until the server ends the connection. */
    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    private String answerTo(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request);
            return rest(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost:\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX-One: b\r\n c\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX-One: b\r\n\tc\r\nX-Two: d\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\nContent-Length: 2\r\n\r\nok",
                "GET /v1/segments/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
            })
    void whatTwoServersCouldReadInTwoWaysIs400(String request) throws IOException {
        assertThat(answerTo(request))
                .matches("(?s)HTTP/1.[01] 400 .*")
                .contains("content-type: application/problem+json")
                .contains("\"type\":\"/problems/malformed-request\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\nhello",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello",
            })
    void anUnknownTransferCodingIsRefusedAndNothingAfterItIsRead(String rest) throws IOException {
        String answer = answerTo("POST / HTTP/1.1\r\nHost: a\r\n" + rest + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");

        // Netty refuses by itself what names a length too.
        assertThat(answer).matches("(?s)HTTP/1.1 (400|501) .*").doesNotContain("smuggled");
    }

    @Test
    void aFoldedHeaderBehindAnotherRequestOnTheConnectionIsSeenAsWell() throws IOException {
        String chunked = "POST /one HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n\n b\r\n0\r\n\r\n";

        String answers = answerTo(chunked + "GET /two HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n");

        assertThat(answers).contains("/one=\n b.").contains("HTTP/1.1 400 ").doesNotContain("/two=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nX-",
                "P",
                "PRI * HTTP/2.0\r\n\r\nSM",
                // The preface, an empty SETTINGS and half of a HEADERS frame.
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0\0\0\5\1\5\0\0\0\1\u0082",
                // HEADERS without END_HEADERS: the rest never comes.
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0\0\0\1\1\1\0\0\0\1\u0082",
            })
    void headersThatDoNotComeEndTheConnection(String begun) throws IOException {
        try (Socket socket = connect()) {
            send(socket, begun);

            assertThat(rest(socket)).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void headersThatDripEndTheConnection() throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: a\r\n");

            assertThat(drip(socket)).as("the connection was ended").isTrue();
        }
    }

    /** Sends a header every now and then until that fails, at most for a minute. */
    private static boolean drip(Socket socket) throws InterruptedException, IOException {
        socket.setSoTimeout(200);
        InputStream in = socket.getInputStream();
        for (int sent = 0; sent < 300; sent++) {
            try {
                send(socket, "X-" + sent + ": a\r\n");
                if (in.read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException _) {
                // Nothing came, and the connection stands: the next header goes out.
            } catch (SocketException _) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aConnectionMayRestBetweenTwoRequests() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\na\n b");
            String first = upTo(socket, "/one=a\n b.");
            Socket other = connect();
            send(other, "GET / HT");
            rest(other);

            send(socket, "GET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(first).startsWith("HTTP/1.1 200");
            assertThat(rest(socket)).contains("/two=.");
        }
    }

    private static String upTo(Socket socket, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            read.append((char) socket.getInputStream().read());
        }
        return read.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void clientsThatDoNothingOfTheKindAreServed(String version) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.valueOf(version))
                .build()) {
            for (int asked = 0; asked < 20; asked++) {
                String body = "x".repeat(asked * 4_000);
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.actualPort() + "/p" + asked))
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))))
                        .build();

                assertThat(client.send(request, BodyHandlers.ofString()).body())
                        .isEqualTo("/p" + asked + "=" + body + ".");
            }
        }
    }
}
