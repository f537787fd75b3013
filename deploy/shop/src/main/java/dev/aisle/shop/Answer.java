package dev.aisle.shop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.shop.gateway.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over HTTP. */
final class Answer {
    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String type, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    static Answer page(int status, String html) {
        return text(status, "text/html; charset=utf-8", html);
    }

    static Answer text(int status, String type, String text) {
        return new Answer(status, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Answer json(int status, JsonNode json) {
        return text(status, "application/json", json.toString());
    }

    /** RFC 9457. */
    static Answer problem(int status, String detail) {
        return text(
                status,
                "application/problem+json",
                Reply.JSON
                        .createObjectNode()
                        .put("status", status)
                        .put("detail", detail)
                        .toString());
    }

    /** A service's answer as it is; 503 when there was none. */
    static Answer of(Reply reply) {
        return reply.status() == 0
                ? problem(503, "The service can't be reached.")
                : new Answer(
                        reply.status(),
                        reply.ok() ? "application/json" : "application/problem+json",
                        reply.bytes(),
                        Map.of());
    }

    static Answer file(String type, String body) {
        return text(200, type, body).with("Cache-Control", "public, max-age=300");
    }

    static Answer download(Reply reply, String name) {
        return new Answer(
                200,
                "application/zip",
                reply.bytes(),
                Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    static Answer nothing(int status) {
        return text(status, "text/plain", "");
    }

    /** To another page, by GET. */
    static Answer to(String path) {
        return nothing(303).with("Location", path);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, more);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return headers;
    }
}
