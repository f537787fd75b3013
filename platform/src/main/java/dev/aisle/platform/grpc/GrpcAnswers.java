package dev.aisle.platform.grpc;

import dev.aisle.platform.http.OpenRequest;
import io.grpc.Status;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers to calls of gRPC that end before gRPC sees them, and how their texts are written. */
public final class GrpcAnswers {
    private static final String TYPE = "application/grpc";
    private static final String HEX = "0123456789ABCDEF";

    private GrpcAnswers() {}

    /** Whether a request is a call. */
    public static boolean isCall(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return request.version() == HttpVersion.HTTP_2
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /**
     * Ends a call by a status alone (trailers-only) and reads nothing of its messages. A client would take a status of HTTP for a broken proxy.
     */
    public static void end(HttpServerRequest request, Status status) {
        HttpServerResponse response = request.response()
                .setStatusCode(200)
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader("grpc-status", Integer.toString(status.getCode().value()));
        String description = status.getDescription();
        if (description != null) {
            response.putHeader("grpc-message", percentEncoded(description));
        }
        OpenRequest open = OpenRequest.of(request);
        response.end().onSuccess(_ -> open.end(OpenRequest.NO_ERROR));
    }

    /**
     * Returns a text as {@code grpc-message} holds it: only {@code %} and what isn't printable ASCII is escaped.
     *
     * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses">gRPC over HTTP2, Status-Message</a>
     */
    public static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one >= ' ' && one <= '~' && one != '%') {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX.charAt((one >> 4) & 0xF)).append(HEX.charAt(one & 0xF));
            }
        }
        return encoded.toString();
    }
}
