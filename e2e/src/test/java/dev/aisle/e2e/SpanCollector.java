package dev.aisle.e2e;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A collector that keeps what it is sent: traces by OTLP over HTTP. It reads the few fields that the tests ask for by their numbers.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/blob/v1.7.0/opentelemetry/proto/trace/v1/trace.proto">trace.proto</a>
 */
final class SpanCollector implements AutoCloseable {
    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int ATTRIBUTES_OF_RESOURCE = 1;
    private static final int TRACE_ID = 1;
    private static final int NAME = 5;

    private final HttpServer server;
    private final Queue<byte[]> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Seen> spans = new ConcurrentLinkedQueue<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    /** What is asked of a span. */
    record Seen(String service, String traceId, String name) {}

    static SpanCollector started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SpanCollector collector = new SpanCollector(server);
            server.createContext("/v1/traces", collector::take);
            server.setExecutor(Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("span-collector").factory()));
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a collector of spans", e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came of one trace, as "service: span". */
    List<String> of(String traceId) {
        return spans.stream()
                .filter(span -> span.traceId().equals(traceId))
                .map(span -> span.service() + ": " + span.name())
                .distinct()
                .sorted()
                .toList();
    }

    int count() {
        return spans.size();
    }

    /** Whether a text stands anywhere in anything that was sent. */
    boolean heard(String text) {
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        String pattern = new String(sought, StandardCharsets.ISO_8859_1);
        return requests.stream().anyMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(pattern));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(body);
            for (ByteString of : parts(UnknownFieldSet.parseFrom(body), RESOURCE_SPANS)) {
                read(UnknownFieldSet.parseFrom(of));
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void read(UnknownFieldSet resourceSpans) throws IOException {
        String service = "";
        for (ByteString resource : parts(resourceSpans, RESOURCE)) {
            service = serviceOf(UnknownFieldSet.parseFrom(resource));
        }
        for (ByteString scope : parts(resourceSpans, SCOPE_SPANS)) {
            for (ByteString span : parts(UnknownFieldSet.parseFrom(scope), SPANS)) {
                UnknownFieldSet fields = UnknownFieldSet.parseFrom(span);
                spans.add(new Seen(
                        service,
                        HexFormat.of()
                                .formatHex(parts(fields, TRACE_ID).getFirst().toByteArray()),
                        parts(fields, NAME).getFirst().toStringUtf8()));
            }
        }
    }

    private static String serviceOf(UnknownFieldSet resource) throws IOException {
        for (ByteString attribute : parts(resource, ATTRIBUTES_OF_RESOURCE)) {
            UnknownFieldSet pair = UnknownFieldSet.parseFrom(attribute);
            if (parts(pair, 1).getFirst().toStringUtf8().equals("service.name")) {
                return parts(UnknownFieldSet.parseFrom(parts(pair, 2).getFirst()), 1)
                        .getFirst()
                        .toStringUtf8();
            }
        }
        return "";
    }

    private static List<ByteString> parts(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
