package dev.aisle.recommender.assistance.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody else's model over real HTTP, which behaves as badly as it is told to. */
public final class OutsideModelServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it does with a call. */
    public enum Manner {
        /** Says what it is told to say. */
        SAYS,
        /** Never answers. */
        HANGS,
        /** Sends a byte now and then, for ever. */
        DRIPS,
        /** Sends bytes that are nothing. */
        GARBAGE,
        /** Sends events of a stream that nobody asked for, and never ends it. */
        STREAMS_GARBAGE,
        /** Sends JSON of another shape. */
        OTHER_JSON,
        /** Begins JSON and doesn't end it. */
        CUT_JSON,
        /** Sends more than fits anywhere. */
        HUGE,
        /** Is asked too often. */
        STATUS_429,
        /** Is broken. */
        STATUS_500,
        /** Sends elsewhere. */
        REDIRECTS,
        /** Closes without a word. */
        CLOSES
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.SAYS;
    private volatile String text = "";
    private volatile long inputTokens = 100;
    private volatile long outputTokens = 20;

    public OutsideModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where the protocol's paths begin. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Behaves so from now on. */
    public OutsideModelServer behaves(Manner how) {
        manner = how;
        return this;
    }

    /** Answers with a text from now on. */
    public OutsideModelServer says(String answer) {
        text = answer;
        return behaves(Manner.SAYS);
    }

    /** Claims to have used so many tokens. */
    public OutsideModelServer claims(long input, long output) {
        inputTokens = input;
        outputTokens = output;
        return this;
    }

    /** The bodies of all calls. */
    public List<String> asked() {
        return asked;
    }

    /** What the messages of the last call say, as a model reads it. */
    public String lastRead() {
        try {
            StringBuilder read = new StringBuilder();
            for (JsonNode message : JSON.readTree(asked.getLast()).path("messages")) {
                read.append(message.path("content").asText()).append('\n');
            }
            return read.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try (exchange) {
            switch (manner) {
                case SAYS -> send(exchange, 200, completion());
                case HANGS -> await(Long.MAX_VALUE);
                case DRIPS -> endless(exchange, "application/json", " ".getBytes(StandardCharsets.UTF_8), 50);
                case GARBAGE -> send(exchange, 200, "\0\u0001<html>\uFFFF not JSON at all");
                case STREAMS_GARBAGE ->
                    endless(exchange, "text/event-stream", "data: \0garbage\n\n".getBytes(StandardCharsets.UTF_8), 5);
                case OTHER_JSON -> send(exchange, 200, "{\"choices\":\"none\",\"usage\":[1,2,3]}");
                case CUT_JSON -> send(exchange, 200, completion().substring(0, 40));
                case HUGE ->
                    endless(exchange, "application/json", "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8), 0);
                case STATUS_429 -> send(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
                case STATUS_500 -> send(exchange, 500, "<html>oops</html>");
                case REDIRECTS -> {
                    exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
                    send(exchange, 307, "");
                }
                case CLOSES -> {}
            }
        }
    }

    private String completion() {
        ObjectNode root = JSON.createObjectNode()
                .put("id", "1")
                .put("object", "chat.completion")
                .put("model", "m");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", text);
        root.putObject("usage")
                .put("prompt_tokens", inputTokens)
                .put("completion_tokens", outputTokens)
                .put("total_tokens", inputTokens + outputTokens);
        return root.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void endless(HttpExchange exchange, String type, byte[] piece, long everyMillis) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            do {
                out.write(piece);
                out.flush();
            } while (!await(everyMillis));
        }
    }

    private boolean await(long millis) {
        try {
            return end.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        executor.shutdownNow();
    }
}
