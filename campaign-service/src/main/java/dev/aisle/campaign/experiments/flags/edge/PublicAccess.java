package dev.aisle.campaign.experiments.flags.edge;

import dev.aisle.platform.http.Preflights;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

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
        if (Preflights.is(request)) {
            Preflights.permit(request, response, REQUEST_HEADERS::contains);
        } else {
            context.next();
        }
    }
}
