package dev.aisle.local.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands before a service as a load balancer does: each request goes to the instance that is in at its moment, and whoever is out gets no new
 * one. It repeats nothing.
 */
public final class RevolvingDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BAD_GATEWAY = 502;
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpServer server;
    private final Map<Integer, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final LongAdder broken = new LongAdder();
    private volatile int target;

    private RevolvingDoor(HttpServer server, int target) {
        this.server = server;
        this.target = target;
    }

    /** At a port of this machine, before an instance at another. */
    public static RevolvingDoor open(int port, int target) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            var door = new RevolvingDoor(server, target);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", door::handle);
            server.start();
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("No door at port " + port, e);
        }
    }

    /** Requests that come from now on go there. */
    public void lead(int other) {
        target = other;
    }

    /** Whether an instance still has requests of this door. */
    public boolean isBusy(int port) {
        return inside(port).get() > 0;
    }

    /** Requests that no instance has answered. */
    public long broken() {
        return broken.sum();
    }

    /** Counted in before it is looked whether that is still the way: whoever waits for an empty instance sees each request. */
    private int enter() {
        while (true) {
            var to = target;
            inside(to).incrementAndGet();
            if (to == target) {
                return to;
            }
            inside(to).decrementAndGet();
        }
    }

    private AtomicInteger inside(int port) {
        return inside.computeIfAbsent(port, _ -> new AtomicInteger());
    }

    private void handle(HttpExchange exchange) throws IOException {
        // The body comes first, at the pace of whoever sends it: only then is it decided who gets the request.
        var body = exchange.getRequestBody().readAllBytes();
        var to = enter();
        try (exchange) {
            var answer = asked(exchange, body, to);
            if (answer.isEmpty()) {
                broken.increment();
                exchange.sendResponseHeaders(BAD_GATEWAY, -1);
                return;
            }
            answer.get().headers().map().forEach((name, values) -> {
                if (!ofTheConnection(name)) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            send(exchange, answer.get().statusCode(), answer.get().body());
        } finally {
            inside(to).decrementAndGet();
        }
    }

    /** Empty when the instance gave none. */
    private Optional<HttpResponse<byte[]>> asked(HttpExchange exchange, byte[] body, int port) {
        try {
            return Optional.of(http.send(request(exchange, body, port), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpRequest request(HttpExchange exchange, byte[] body, int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!ofTheConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static boolean ofTheConnection(String name) {
        return name.startsWith(":") || OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
