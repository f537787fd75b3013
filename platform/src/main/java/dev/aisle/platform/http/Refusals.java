package dev.aisle.platform.http;

import dev.aisle.platform.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Problem documents for requests that go no further than a filter. */
final class Refusals {
    private Refusals() {}

    /** Answers, and ends a connection of HTTP/1: what follows on it can't be trusted to begin where it should. */
    static void refuse(RoutingContext context, int status, String kind, String detail) {
        HttpServerRequest request = context.request();
        if (request.version() != HttpVersion.HTTP_2) {
            // There it would make the answer malformed (RFC 9113 section 8.2.2).
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        write(request.response(), Problem.of(kind, status, detail));
        Leftovers.readAndClose(context);
    }

    /** Writes a problem as the whole answer. */
    static void write(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.encode(problem));
    }
}
