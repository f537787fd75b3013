package dev.aisle.recommender.assistance.conversations.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.platform.webhooks.WebHookSigner;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What stands around the assistant: the shop's orders and desk, campaign-service, privacy-service and the issuer. It takes signed calls only. */
public final class PlayedShop implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "whsec_cGxheWVkLXNob3Atc2VjcmV0LW5vdC1zZWNyZXQ=";
    private static final WebHookSigner SIGNER = new WebHookSigner(List.of(SECRET));
    /** Number → whose. */
    private static final Map<String, String> ORDERS = new ConcurrentHashMap<>();

    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static volatile boolean deskIsDown;

    private @Nullable HttpServer server;

    /** A call that came. */
    public record Call(String path, String id, String body) {}

    /** Somebody has ordered. */
    public static void order(String number, String subject) {
        ORDERS.put(number, subject);
    }

    /** The desk answers 503 or takes what comes. */
    public static void desk(boolean down) {
        deskIsDown = down;
    }

    /** What came that has a text in it. */
    public static List<Call> calls(String path, String text) {
        return CALLS.stream()
                .filter(call -> call.path().startsWith(path) && (call.path() + call.body()).contains(text))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/shop/orders/", PlayedShop::orders);
        server.createContext("/desk", PlayedShop::takeConversation);
        server.createContext("/v1/coupon-checks", exchange -> answer(exchange, 200, coupon(body(exchange))));
        server.createContext(
                "/v1/requests",
                exchange -> answer(
                        exchange, 201, "{\"id\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"status\":\"received\"}"));
        server.createContext(
                "/token", exchange -> answer(exchange, 200, "{\"access_token\":\"played\",\"expires_in\":3600}"));
        server.start();
        return Map.ofEntries(
                Map.entry("aisle.assistant.orders.url", url + "/shop/orders"),
                Map.entry("aisle.assistant.orders.secrets", SECRET),
                Map.entry("aisle.assistant.orders.timeout", "5s"),
                Map.entry("aisle.assistant.services.campaigns", url),
                Map.entry("aisle.assistant.services.privacy", url),
                Map.entry("aisle.assistant.services.timeout", "20s"),
                Map.entry("aisle.assistant.services.request-page", "https://shop.test/requests/{id}"),
                Map.entry("aisle.assistant.hand-over.url", url + "/desk"),
                Map.entry("aisle.assistant.hand-over.secrets", SECRET),
                Map.entry("aisle.assistant.hand-over.trusted", "true"),
                Map.entry("aisle.assistant.hand-over.timeout", "20s"),
                Map.entry("aisle.assistant.hand-over.retry-after", "300ms"),
                Map.entry("aisle.assistant.hand-over.look-every", "0.3s"),
                Map.entry("aisle.assistant.hand-over.zone", "Europe/Berlin"),
                Map.entry("quarkus.oidc-client.auth-server-url", url),
                Map.entry("quarkus.oidc-client.discovery-enabled", "false"),
                Map.entry("quarkus.oidc-client.token-path", "/token"),
                Map.entry("quarkus.oidc-client.client-id", "recommender-service"),
                Map.entry("quarkus.oidc-client.credentials.secret", "demo"));
    }

    private static void orders(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        String number = exchange.getRequestURI().getPath().substring("/shop/orders/".length());
        String subject = exchange.getRequestURI().getQuery().substring("subject=".length());
        if (!signed(exchange, target)) {
            answer(exchange, 401, "{}");
        } else if (number.equals("A-9000")) {
            pause();
            answer(exchange, 200, "{}");
        } else if (number.equals("A-9001")) {
            answer(exchange, 200, "<html>not json");
        } else if (number.startsWith("A-91")) {
            // A shop with a fault: it answers with somebody else's.
            answer(exchange, 200, shipped(number, "p1.k1." + "X".repeat(32)));
        } else if (subject.equals(ORDERS.get(number))) {
            answer(exchange, 200, shipped(number, subject));
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static String shipped(String number, String subject) {
        return """
                {"subject":"%s","number":"%s","status":"shipped","placedAt":"2026-11-20T09:00:00Z","shippedAt":"2026-11-21T09:00:00Z",
                 "expectedAt":"2026-11-25","carrier":"DHL","tracking":"JD0146","trackingUrl":"https://track.test/JD0146",
                 "items":[{"productId":"secret-tea","title":"Oolong Secret","quantity":2}]}""".formatted(subject, number);
    }

    private static void takeConversation(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        boolean known = signed(exchange, body);
        CALLS.add(new Call("/desk", exchange.getRequestHeaders().getFirst("webhook-id"), body));
        answer(exchange, !known ? 401 : deskIsDown ? 503 : 200, "{}");
    }

    private static String coupon(String body) {
        if (body.contains("\"SAVE10\"")) {
            return "{\"applies\":false,\"reason\":{\"code\":\"below-minimum\",\"text\":\"The basket is too small.\"}}";
        }
        return "{\"applies\":false,\"reason\":{\"code\":\"no-such-code\",\"text\":\"There is no such code.\"}}";
    }

    private static boolean signed(HttpExchange exchange, String content) {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        long at = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
        return SIGNER.sign(id, Instant.ofEpochSecond(at), content).equals(signature);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/desk")) {
            CALLS.add(new Call(exchange.getRequestURI().toString(), "", body));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
