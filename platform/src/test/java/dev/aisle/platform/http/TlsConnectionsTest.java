package dev.aisle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.security.MadeCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same guard behind TLS, where the client chooses HTTP/1.1 or HTTP/2 while it shakes hands. */
class TlsConnectionsTest {
    private static final String WITHIN = "aisle.http.headers-within";

    @TempDir
    Path folder;

    private Vertx vertx;
    private HttpServer server;
    private SSLContext trusting;

    @BeforeEach
    void serve() throws Exception {
        System.setProperty(WITHIN, "700ms");
        Path keys = MadeCertificate.in(folder.resolve("server.p12"));
        trusting = trusting(keys);
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(WellFormedRequests::check);
        router.route()
                .handler(context -> context.request()
                        .body()
                        .onSuccess(
                                body -> context.response().end(context.request().version() + ":" + body.length())));
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setPort(0)
                        .setHost("127.0.0.1")
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(keys.toString()).setPassword(MadeCertificate.PASSWORD)))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static SSLContext trusting(Path keys) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            own.load(in, MadeCertificate.PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(MadeCertificate.ALIAS, own.getCertificate(MadeCertificate.ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @AfterEach
    void stop() throws Exception {
        System.clearProperty(WITHIN);
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void bothVersionsAreServed(String version) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting)
                .version(HttpClient.Version.valueOf(version))
                .build()) {
            for (int asked = 0; asked < 10; asked++) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("https://localhost:" + server.actualPort() + "/"))
                        .POST(BodyPublishers.ofByteArray(new byte[asked * 9_000]))
                        .build();

                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

                assertThat(answer.body()).isEqualTo(version + ":" + asked * 9_000);
            }
        }
    }

    @Test
    void aFoldedHeaderIs400() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void headersThatDoNotComeEndTheConnection() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: a\r\nX: ")).isEmpty();
    }

    private String answerTo(String request) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) trusting.getSocketFactory().createSocket("localhost", server.actualPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
