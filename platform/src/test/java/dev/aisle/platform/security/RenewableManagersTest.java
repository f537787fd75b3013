package dev.aisle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers with the number of the certificate that its caller showed. */
class RenewableManagersTest {
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    static Path folder;

    private static PfxOptions first;
    private static PfxOptions second;

    @BeforeAll
    static void makeCertificates() throws Exception {
        first = made("first.p12");
        second = made("second.p12");
    }

    private static PfxOptions made(String name) throws Exception {
        return new PfxOptions()
                .setPath(MadeCertificate.in(folder.resolve(name)).toString())
                .setPassword(MadeCertificate.PASSWORD);
    }

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static HttpServer serve(RenewableManagers managers) throws Exception {
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setHost("localhost")
                .setPort(0)
                .setKeyCertOptions(KeyCertOptions.wrap(managers.keys()))
                .setTrustOptions(TrustOptions.wrap(managers.trust()))
                .setClientAuth(ClientAuth.REQUIRED);
        return VERTX.createHttpServer(options)
                .requestHandler(request -> {
                    try {
                        request.response()
                                .end(number(request.connection().sslSession().getPeerCertificates()[0]));
                    } catch (SSLPeerUnverifiedException e) {
                        request.response().setStatusCode(401).end();
                    }
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static String number(java.security.cert.Certificate certificate) {
        return ((X509Certificate) certificate).getSerialNumber().toString();
    }

    private static SSLContext context(RenewableManagers managers) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {managers.keys()}, new TrustManager[] {managers.trust()}, null);
        return context;
    }

    private static HttpResponse<String> call(HttpServer server, SSLContext context)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            URI address = URI.create("https://localhost:" + server.actualPort() + "/");
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }

    private static String shownBy(HttpResponse<String> answer) throws SSLPeerUnverifiedException {
        return number(answer.sslSession().orElseThrow().getPeerCertificates()[0]);
    }

    @Test
    void bothSidesShowWhatIsThereWhenTheyMeet() throws Exception {
        RenewableManagers servers = new RenewableManagers(VERTX, first, first.loadKeyStore(VERTX));
        RenewableManagers callers = new RenewableManagers(VERTX, first, first.loadKeyStore(VERTX));
        HttpServer server = serve(servers);
        SSLContext context = context(callers);
        HttpResponse<String> before = call(server, context);
        assertThat(shownBy(before)).isEqualTo(before.body());

        servers.renew(second, second.loadKeyStore(VERTX));
        assertThatThrownBy(() -> call(server, context(callers))).isInstanceOf(IOException.class);
        callers.renew(second, second.loadKeyStore(VERTX));

        HttpResponse<String> after = call(server, context(callers));
        assertThat(shownBy(after)).isEqualTo(after.body()).isNotEqualTo(shownBy(before));
    }

    @Test
    void nobodyIsTurnedAwayMeanwhile() throws Exception {
        RenewableManagers servers = new RenewableManagers(VERTX, first, first.loadKeyStore(VERTX));
        HttpServer server = serve(servers);
        SSLContext context = context(new RenewableManagers(VERTX, first, first.loadKeyStore(VERTX)));
        AtomicBoolean enough = new AtomicBoolean();
        Thread renewals = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                try {
                    servers.renew(first, first.loadKeyStore(VERTX));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });

        for (int n = 0; n < 100; n++) {
            assertThat(call(server, context).statusCode()).isEqualTo(200);
        }

        enough.set(true);
        renewals.join();
    }

    @Test
    void whatIsBrokenLeavesThoseOfBefore() throws Exception {
        RenewableManagers managers = new RenewableManagers(VERTX, first, first.loadKeyStore(VERTX));
        PfxOptions broken = new PfxOptions().setPath(first.getPath()).setPassword("another");

        assertThatThrownBy(() -> managers.renew(broken, first.loadKeyStore(VERTX)))
                .isInstanceOf(Exception.class);

        assertThat(call(serve(managers), context(managers)).statusCode()).isEqualTo(200);
    }
}
