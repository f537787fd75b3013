package dev.aisle.privacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The issuer, the other services' exports, and a controller that is called back: what privacy-service talks to over HTTP. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    static final List<String> EXPORTING =
            List.of("profile-service", "recommender-service", "campaign-service", "event-ingest-service");

    /** Services that are down for a person: service and pseudonym. */
    static final Set<String> DOWN = ConcurrentHashMap.newKeySet();

    /** What the controller was told. */
    static final List<Heard> HEARD = new CopyOnWriteArrayList<>();

    /** How many calls the controller fails before it listens, by request. */
    static final Map<String, Integer> FAILING = new ConcurrentHashMap<>();

    /** A callback as it came. */
    record Heard(
            byte[] body, @Nullable String domain, @Nullable String signature) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(0), 0);
            server = started;
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/token", OutsideWorld::token);
            started.createContext("/callbacks", OutsideWorld::callback);
            started.createContext("/v1/subjects/", OutsideWorld::export);
            started.start();
            return settings(started.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each service has a name of its own for the same machine, so that the server knows who is asked. */
    private static Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        // The record of a call that was refused would come up to a minute later, while another test has a copy of the
        // log.
        settings.put("aisle.refusals.tell-every", "1s");
        settings.put("quarkus.oidc-client.auth-server-url", "http://127.0.0.1:" + port);
        settings.put("quarkus.oidc-client.discovery-enabled", "false");
        settings.put("quarkus.oidc-client.token-path", "/token");
        settings.put("quarkus.oidc-client.client-id", "privacy-service");
        settings.put("quarkus.oidc-client.credentials.secret", "test");
        for (int i = 0; i < EXPORTING.size(); i++) {
            settings.put("aisle.exports.services." + EXPORTING.get(i), "http://127.0.0." + (i + 1) + ":" + port);
        }
        settings.put("aisle.opendsr.callbacks.inside", "localhost:" + port);
        settings.put("aisle.test.controller", "http://localhost:" + port + "/callbacks");
        return settings;
    }

    private static void token(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"access_token\":\"issued\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    }

    private static void export(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String service = EXPORTING.get(host.charAt("127.0.0.".length()) - '1');
        String pseudonym = exchange.getRequestURI().getPath().split("/", -1)[3];
        boolean known = "Bearer issued".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known || DOWN.contains(service + pseudonym)) {
            answer(exchange, known ? 503 : 401, "{}");
            return;
        }
        answer(exchange, 200, """
            {"service":"%s","sections":[{"name":"things","source":"events","retention":"30 days","complete":true,
            "fields":[{"name":"thing","purposes":["personalization"]},{"name":"count","purposes":["analytics"]}],
            "records":[{"thing":"=cmd|' /C calc'!A0, \\"quoted\\"","count":-7},{"thing":"Möbel"}]}]}
            """.formatted(service));
    }

    private static void callback(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.UTF_8);
        String failing =
                FAILING.keySet().stream().filter(text::contains).findFirst().orElse("");
        if (!failing.isEmpty() && FAILING.merge(failing, -1, Integer::sum) >= 0) {
            answer(exchange, 500, "{}");
            return;
        }
        HEARD.add(new Heard(
                body,
                exchange.getRequestHeaders().getFirst("X-OpenDSR-Processor-Domain"),
                exchange.getRequestHeaders().getFirst("X-OpenDSR-Signature")));
        answer(exchange, 200, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
