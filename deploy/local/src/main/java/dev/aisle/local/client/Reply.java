package dev.aisle.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer.
 *
 * @param location the header of that name, for what was created or goes on
 * @param took     from the first try to the last byte
 */
public record Reply(int status, String body, Optional<String> location, Duration took) {
    private static final int SHOWN_BODY = 400;

    public JsonNode json() {
        return Json.read(body);
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public long millis() {
        return took.toMillis();
    }

    /** Status and what the service says about it: the problem's detail, else the beginning of the body. */
    public String complaint() {
        var detail = json().path("detail").asText(json().path("title").asText(""));
        var words = detail.isEmpty() ? body.substring(0, Math.min(SHOWN_BODY, body.length())) : detail;
        return status + (words.isBlank() ? "" : " " + words.strip());
    }
}
