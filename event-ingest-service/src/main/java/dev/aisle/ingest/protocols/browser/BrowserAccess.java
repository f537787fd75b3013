package dev.aisle.ingest.protocols.browser;

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
 * Cross-origin access (CORS) to the routes that pages of a shop call, and to no other: Quarkus' own filter has one list for
 * all routes, and a preflight carries no write key by which origins could be told apart. So every origin may ask, and whether
 * it may write is decided with the key. A refusal carries the headers too: without them a browser shows the client a network
 * failure, which clients send again and again.
 */
@Singleton
class BrowserAccess {
    /** Before authentication: a preflight never has credentials. */
    private static final int PRIORITY = 250;

    private static final Pattern ROUTES =
            Pattern.compile("/v1/(batch|import|track|identify|page|screen|group|alias|[tipsgabm])/?"
                    + "|/v1/projects/[^/]+/settings|/sourceConfig/?|/beacon/v1/\\w+/?|/(pixel/v1|v1/pixel)/\\w+"
                    + "|(/debug)?/mp/collect");
    private static final Set<String> REQUEST_HEADERS = Set.of(
            "authorization", "content-type", "content-encoding", "x-retry-count", "anonymousid", "sentat", "sec-gpc");
    private static final String OF_RUDDERSTACK = "rsa-";

    void register(@Observes Filters filters) {
        filters.register(BrowserAccess::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !ROUTES.matcher(request.path()).matches()) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.VARY, "Origin");
        if (Preflights.is(request)) {
            Preflights.permit(request, response, BrowserAccess::isKnown);
        } else {
            // Otherwise a client in a browser can't see how long it should wait.
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
            context.next();
        }
    }

    private static boolean isKnown(String header) {
        return REQUEST_HEADERS.contains(header)
                || (header.startsWith(OF_RUDDERSTACK) && header.matches("[a-z0-9-]{5,64}"));
    }
}
