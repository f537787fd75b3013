package dev.aisle.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Questions of browsers before a request from another origin (CORS). Which origins and routes may be asked from is for the caller to say. */
public final class Preflights {
    private static final String ONE_DAY = "86400";

    private Preflights() {}

    /** Whether a request is such a question. */
    public static boolean is(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    /**
     * Answers it: reading and posting may be, with those headers that are asked for and known. A header that isn't known is left out rather than refused: browsers then
     * don't send the request.
     *
     * @param known of a header's name in small letters
     */
    public static void permit(HttpServerRequest request, HttpServerResponse response, Predicate<String> known) {
        String asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        String allowed = asked == null
                ? ""
                : Arrays.stream(asked.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .filter(known)
                        .collect(Collectors.joining(", "));
        if (!allowed.isEmpty()) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, allowed);
        }
        String varies = response.headers().get(HttpHeaders.VARY);
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY)
                .putHeader(HttpHeaders.VARY, (varies == null ? "" : varies + ", ") + "Access-Control-Request-Headers")
                .setStatusCode(204)
                .end();
    }
}
