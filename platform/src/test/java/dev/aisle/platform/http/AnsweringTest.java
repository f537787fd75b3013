package dev.aisle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filters over a real server, without the rest of a service. */
class AnsweringTest {
    private static final TimeMeter STANDING = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    @SuppressWarnings("deprecation") // There is no other way to set the user from outside of the extension.
    void serve() throws Exception {
        RequestRates rates = new RequestRates(limits(3, 1), new SimpleMeterRegistry(), STANDING);
        Router router = Router.router(vertx);
        router.route().handler(ResponseHeaders::head);
        router.route().handler(rates::byAddress);
        router.route().handler(context -> {
            String client = context.request().getHeader("client");
            if (client != null) {
                context.setUser(new QuarkusHttpUser(QuarkusSecurityIdentity.builder()
                        .setPrincipal(token(client))
                        .build()));
            }
            context.next();
        });
        router.route().handler(rates::byClient);
        router.route("/tagged")
                .handler(
                        context -> context.response().putHeader("ETag", "\"1\"").end("tagged"));
        router.route("/open")
                .handler(context -> context.response()
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .putHeader("Cache-Control", "public, max-age=60")
                        .putHeader("Content-Security-Policy", "default-src 'self'")
                        .end("open"));
        router.route("/pixel")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "image/gif")
                        .end());
        router.route("/plain").handler(context -> context.response().end("plain"));
        router.route("/q/health").handler(context -> context.response().end("UP"));
        server = vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static LimitSettings limits(long perAddress, long perClient) {
        return new LimitSettings() {
            @Override
            public long perAddress() {
                return perAddress;
            }

            @Override
            public long perClient() {
                return perClient;
            }

            @Override
            public boolean loopback() {
                return true;
            }
        };
    }

    private static JsonWebToken token(String client) {
        Map<String, Object> claims = Map.of("azp", client, "sub", client);
        return new JsonWebToken() {
            @Override
            public String getName() {
                return client;
            }

            @Override
            public Set<String> getClaimNames() {
                return claims.keySet();
            }

            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
            public <T> @Nullable T getClaim(String name) {
                return (T) claims.get(name);
            }
        };
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static @Nullable String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    @Test
    void everyAnswerTellsBrowsersToKeepAway() throws Exception {
        for (String path : new String[] {"/plain", "/no-such-path"}) {
            HttpResponse<String> answer = get(path);

            assertThat(header(answer, "x-content-type-options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "referrer-policy")).as(path).isEqualTo("no-referrer");
            assertThat(header(answer, "content-security-policy")).as(path).contains("default-src 'none'");
            assertThat(header(answer, "cross-origin-resource-policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "cache-control")).as(path).isEqualTo("no-store");
            assertThat(header(answer, "strict-transport-security"))
                    .as("without TLS nothing is said of it")
                    .isNull();
        }
    }

    @Test
    void whatSaysSomethingOfItsOwnKeepsIt() throws Exception {
        HttpResponse<String> open = get("/open");
        HttpResponse<String> tagged = get("/tagged");

        assertThat(header(open, "cache-control")).isEqualTo("public, max-age=60");
        assertThat(header(open, "content-security-policy")).isEqualTo("default-src 'self'");
        assertThat(header(open, "cross-origin-resource-policy")).isEqualTo("cross-origin");
        assertThat(header(get("/pixel"), "cross-origin-resource-policy")).isEqualTo("cross-origin");
        assertThat(header(tagged, "cache-control")).isEqualTo("private, no-cache");
    }

    @Test
    void anAddressIsHeldBackWithTheTimeToWaitAndHealthNever() throws Exception {
        for (int asked = 0; asked < 6; asked++) {
            assertThat(get("/plain").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> seventh = get("/plain");

        assertThat(seventh.statusCode()).isEqualTo(429);
        assertThat(header(seventh, "retry-after")).isEqualTo("1");
        assertThat(header(seventh, "content-type")).isEqualTo("application/problem+json");
        assertThat(header(seventh, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(seventh.body()).contains("/problems/too-many-requests");
        assertThat(get("/q/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientIsHeldBackAndAnotherIsNot() throws Exception {
        get("/plain", "client", "a");
        get("/plain", "client", "a");

        assertThat(get("/plain", "client", "a").statusCode()).isEqualTo(429);
        assertThat(get("/plain", "client", "b").statusCode()).isEqualTo(200);
    }

    @Test
    void aCallOfGrpcIsToldSoInItsOwnWords() throws Exception {
        get("/plain", "client", "a");
        get("/plain", "client", "a");

        HttpResponse<String> refused = get("/plain", "client", "a", "content-type", "application/grpc");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(header(refused, "grpc-status")).isEqualTo("8");
        assertThat(header(refused, "retry-after")).isEqualTo("1");
    }
}
