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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands before a service as a load balancer does: each request goes to one of the instances that are in at its moment, by turns, and whoever is out
 * gets no new one. It repeats nothing.
 */
public final class RevolvingDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BAD_GATEWAY = 502;
    private static final int MOST_REMARKS = 20;
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpServer server;
    private final Map<InetSocketAddress, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final LongAdder broken = new LongAdder();
    private final List<String> remarks = new CopyOnWriteArrayList<>();
    private volatile List<InetSocketAddress> targets = List.of();

    private RevolvingDoor(HttpServer server) {
        this.server = server;
    }

    /** At a port of this machine, before nobody. */
    public static RevolvingDoor open(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            var door = new RevolvingDoor(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", door::handle);
            server.start();
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("No door at port " + port, e);
        }
    }

    /** Requests that come from now on go there. */
    public void lead(List<InetSocketAddress> others) {
        targets = List.copyOf(others);
    }

    /** Whether an instance still has requests of this door. */
    public boolean isBusy(InetSocketAddress instance) {
        return inside(instance).get() > 0;
    }

    /** Requests that no instance has answered. */
    public long broken() {
        return broken.sum();
    }

    /** Returns why, for the first few of them. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Counted in before it is looked whether that is still the way: whoever waits for an empty instance sees each request. */
    private Optional<InetSocketAddress> enter() {
        while (true) {
            var now = targets;
            if (now.isEmpty()) {
                return Optional.empty();
            }
            var to = now.get(Math.floorMod(turns.getAndIncrement(), now.size()));
            inside(to).incrementAndGet();
            if (now.equals(targets)) {
                return Optional.of(to);
            }
            inside(to).decrementAndGet();
        }
    }

    private AtomicInteger inside(InetSocketAddress instance) {
        return inside.computeIfAbsent(instance, _ -> new AtomicInteger());
    }

    private void handle(HttpExchange exchange) throws IOException {
        // The body comes first, at the pace of whoever sends it: only then is it decided who gets the request.
        var body = exchange.getRequestBody().readAllBytes();
        var to = enter();
        try (exchange) {
            if (to.isEmpty()) {
                unanswered(exchange, "no instance is ready");
            }
            var answer = to.flatMap(instance -> asked(exchange, body, instance));
            if (answer.isEmpty()) {
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
            to.ifPresent(instance -> inside(instance).decrementAndGet());
        }
    }

    /** Empty when the instance gave none. */
    private Optional<HttpResponse<byte[]>> asked(HttpExchange exchange, byte[] body, InetSocketAddress to) {
        try {
            return Optional.of(http.send(request(exchange, body, to), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            unanswered(exchange, to + ": " + e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            unanswered(exchange, "this process ends");
            return Optional.empty();
        }
    }

    private void unanswered(HttpExchange exchange, String why) {
        broken.increment();
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " was not answered: " + why);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpRequest request(HttpExchange exchange, byte[] body, InetSocketAddress to) {
        var address = "http://" + to.getHostString() + ":" + to.getPort() + exchange.getRequestURI();
        var request = HttpRequest.newBuilder(URI.create(address))
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
