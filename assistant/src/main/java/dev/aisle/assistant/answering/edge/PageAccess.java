package dev.aisle.assistant.answering.edge;

import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.platform.http.Preflights;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cross-origin access (CORS) of the shop's pages to conversations, and to no other route. Opening one is for the shop's gateway only. */
@Singleton
class PageAccess {
    /** Before authentication: a preflight never has credentials. */
    private static final int PRIORITY = 250;

    private static final Pattern ROUTES = Pattern.compile("/v1/conversations/[^/]+(/.*)?");
    private static final String REQUEST_HEADERS = "Aisle-Conversation, Content-Type, Accept";
    private static final String ONE_HOUR = "3600";

    private final Set<String> origins;

    PageAccess(AssistantSettings settings) {
        this.origins = Set.copyOf(settings.origins().orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!ROUTES.matcher(request.path()).matches()) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.VARY, "Origin");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
        if (Preflights.is(request)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE, OPTIONS")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_HOUR)
                    .setStatusCode(204)
                    .end();
        } else {
            context.next();
        }
    }
}
