package dev.aisle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that was made for the test. */
class TlsFloorTest {
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    static Path folder;

    private static Path keys;

    @BeforeAll
    static void makeCertificate() throws Exception {
        keys = MadeCertificate.in(folder.resolve("server.p12"));
    }

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static HttpServer serve(String clients) throws Exception {
        PfxOptions own = new PfxOptions().setPath(keys.toString()).setPassword(MadeCertificate.PASSWORD);
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setHost("localhost")
                .setPort(0)
                .setKeyCertOptions(own)
                .setTrustOptions(own);
        new TlsFloor(clients).customizeHttpsServer(options);
        return VERTX.createHttpServer(options)
                .requestHandler(request -> request.response().end("in"))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static SSLContext trusting(boolean withCertificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, MadeCertificate.PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate(MadeCertificate.ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(store, MadeCertificate.PASSWORD.toCharArray());
        KeyManager @Nullable [] shown = withCertificate ? own.getKeyManagers() : null;
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown, trust.getTrustManagers(), null);
        return context;
    }

    private static String call(HttpServer server, SSLContext context, String protocol) throws Exception {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            URI address = URI.create("https://localhost:" + server.actualPort() + "/");
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void newTlsIsSpokenAndOldIsRefused() throws Exception {
        HttpServer server = serve("none");

        assertThat(call(server, trusting(false), "TLSv1.3")).isEqualTo("in");
        assertThatThrownBy(() -> call(server, trusting(false), "TLSv1.2")).isInstanceOf(SSLException.class);
    }

    @Test
    void whoMustShowACertificateGetsNowhereWithoutOne() throws Exception {
        HttpServer server = serve("required");

        assertThat(call(server, trusting(true), "TLSv1.3")).isEqualTo("in");
        assertThatThrownBy(() -> call(server, trusting(false), "TLSv1.3")).isInstanceOf(java.io.IOException.class);
    }

    @Test
    void anotherWordForTheClientsFailsTheStart() {
        assertThatThrownBy(() -> new TlsFloor("sometimes"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("aisle.tls.clients: expected none, request or required");
    }
}
