package dev.aisle.campaign.outside;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A provider of push messages that takes everything. */
public final class PlayedProvider {
    /** With which its calls are signed. */
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;

    /** A call that it took. */
    public record Call(String body, HttpHeaders headers) {}

    void start() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(body, HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        started.start();
        server = started;
    }

    Map<String, String> settings() {
        return Map.of(
                "aisle.channels.webhooks.push.url",
                "http://127.0.0.1:"
                        + Objects.requireNonNull(server).getAddress().getPort() + "/hook",
                "aisle.channels.webhooks.push.trusted",
                "true",
                "aisle.channels.webhooks.push.secrets",
                SECRET);
    }

    List<Call> calls() {
        return calls;
    }

    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
