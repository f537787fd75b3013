package dev.aisle.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over HTTP. */
record Answer(int status, String type, String body, Map<String, String> headers) {
    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer page(int status, String html) {
        return new Answer(status, "text/html; charset=utf-8", html, Map.of());
    }

    static Answer json(int status, JsonNode json) {
        return new Answer(status, "application/json", json.toString(), Map.of());
    }

    static Answer file(String type, String body) {
        return new Answer(200, type, body, Map.of("Cache-Control", "public, max-age=300"));
    }

    /** To another page, by GET. */
    static Answer to(String path) {
        return new Answer(303, "text/plain", "", Map.of("Location", path));
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, more);
    }
}
