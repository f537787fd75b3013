package dev.aisle.campaign.flags.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cross-origin access (CORS) to the routes from which pages get flags, and to no other. What may be read is decided by the client's key, which a
 * preflight doesn't carry.
 */
@Singleton
class PublicAccess {
    /** Before authentication: a preflight never has credentials. */
    private static final int PRIORITY = 250;

    private static final Pattern ROUTES =
            Pattern.compile("/api/(features|eval)/[^/]+|/sub/[^/]+|/ofrep/v1/(evaluate/flags(/[^/]+)?|streams/[^/]+)");
    private static final Set<String> REQUEST_HEADERS = Set.of(
            "authorization", "content-type", "x-api-key", "if-none-match", "cache-control", "last-event-id", "accept");
    private static final String ONE_DAY = "86400";

    void register(@Observes Filters filters) {
        filters.register(PublicAccess::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !ROUTES.matcher(request.path()).matches()) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Retry-After, x-sse-support");
        if (request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            permit(request, response);
        } else {
            context.next();
        }
    }

    private static void permit(HttpServerRequest request, HttpServerResponse response) {
        String asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        String known = asked == null
                ? ""
                : Arrays.stream(asked.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .filter(REQUEST_HEADERS::contains)
                        .collect(Collectors.joining(", "));
        if (!known.isEmpty()) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, known);
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY)
                .setStatusCode(204)
                .end();
    }
}
