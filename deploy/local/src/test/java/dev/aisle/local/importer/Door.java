package dev.aisle.local.importer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A Segment endpoint that is sometimes overloaded: the importer must behave well towards any of them, not only ours. */
final class Door implements AutoCloseable {
    private final HttpServer server;
    private final PortPlan ports;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String strangers = "";
    private volatile int broken = Integer.MAX_VALUE;

    Door() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ports = new PortPlan(server.getAddress().getPort() - 1);
        server.createContext("/v1/batch", this::batch);
        server.start();
    }

    PortPlan ports() {
        return ports;
    }

    List<String> taken() {
        return taken;
    }

    /** Answers so many requests with 429 first. */
    void overload(int requests) {
        refusals.set(requests);
    }

    /** Drops this person's events once, for want of consent. */
    void dropOnce(String person) {
        strangers = person;
    }

    /** Refuses everything once it has taken so many events. */
    void breakAfter(int events) {
        broken = events;
    }

    private void batch(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 429, "{}");
        } else if (taken.size() >= broken) {
            answer(exchange, 400, "{\"detail\":\"broken\"}");
        } else {
            answer(exchange, 200, take(body));
        }
    }

    private synchronized String take(String body) {
        var reply = Json.object();
        var dropped = reply.putArray("dropped");
        var index = 0;
        var accepted = 0;
        for (var event : Json.read(body).path("batch")) {
            if (event.path("userId").asText().equals(strangers)) {
                dropped.addObject().put("index", index).put("reason", "no-consent");
            } else {
                taken.add(event.path("messageId").asText());
                accepted++;
            }
            index++;
        }
        if (!dropped.isEmpty()) {
            strangers = "";
        }
        return Json.write(reply.put("accepted", accepted));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
