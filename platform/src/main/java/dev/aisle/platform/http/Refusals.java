package dev.aisle.platform.http;

import dev.aisle.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Problem documents for requests that go no further than a filter. */
final class Refusals {
    private Refusals() {}

    /** Answers, and ends a stream of HTTP/2, or a connection of HTTP/1: what follows on it can't be trusted to begin where it should. */
    static void refuse(RoutingContext context, int status, String kind, String detail) {
        HttpServerRequest request = context.request();
        Problem problem = Problem.of(kind, status, detail);
        if (request.version() == HttpVersion.HTTP_2) {
            // The connection serves others; and a header on it would make the answer malformed (RFC 9113 section
            // 8.2.2).
            OpenRequest open = OpenRequest.of(request);
            write(request.response(), problem).onComplete(_ -> open.end(OpenRequest.NO_ERROR));
        } else {
            write(request.response().putHeader(HttpHeaders.CONNECTION, "close"), problem);
            Leftovers.readAndClose(context);
        }
    }

    /** Writes a problem as the whole answer. */
    static Future<Void> write(HttpServerResponse response, Problem problem) {
        return response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.encode(problem));
    }
}
