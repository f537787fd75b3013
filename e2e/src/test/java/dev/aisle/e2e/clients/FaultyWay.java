package dev.aisle.e2e.clients;

import com.sun.net.httpserver.Headers;
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
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands between a client and the door: it lets the first POSTs fail in one way, and passes on the others. */
final class FaultyWay implements AutoCloseable {
    /** How a request fails. */
    enum Fault {
        /** 429 with Retry-After, the door hears nothing. */
        THROTTLED,
        /** 503, the door hears nothing. */
        UNAVAILABLE,
        /** The door takes the events, and its answer is lost with the connection. */
        ANSWER_LOST
    }

    /** What a proxy doesn't hand on, and what the client behind it sets by itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final Fault fault;
    private final int times;
    private final AtomicInteger posts = new AtomicInteger();
    private final HttpServer server;

    FaultyWay(URI door, Fault fault, int times) {
        this.door = door;
        this.fault = fault;
        this.times = times;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the way to the door", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Requests with events so far, the failed ones among them. */
    int posts() {
        return posts.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean fails = exchange.getRequestMethod().equals("POST") && posts.incrementAndGet() <= times;
            if (fails && fault != Fault.ANSWER_LOST) {
                refuse(exchange);
                return;
            }
            HttpResponse<byte[]> answer = ask(exchange, body);
            if (fails) {
                // Closing before the answer has begun cuts the connection.
                return;
            }
            answer.headers().map().forEach((name, values) -> copy(name, values, exchange.getResponseHeaders()));
            send(exchange, answer.statusCode(), answer.body());
        }
    }

    private void refuse(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        // A browser hides the answer from its page otherwise.
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        send(exchange, fault == Fault.THROTTLED ? 429 : 503, new byte[0]);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        door.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!ofTheConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted on the way to the door", e);
        }
    }

    private static void copy(String name, Iterable<String> values, Headers to) {
        if (!ofTheConnection(name)) {
            values.forEach(value -> to.add(name, value));
        }
    }

    private static boolean ofTheConnection(String name) {
        return name.startsWith(":") || OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
