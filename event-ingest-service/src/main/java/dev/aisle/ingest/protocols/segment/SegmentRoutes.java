package dev.aisle.ingest.protocols.segment;

import dev.aisle.ingest.door.domain.BodyReader;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.edge.AsyncReception;
import dev.aisle.ingest.door.edge.ClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The Segment HTTP Tracking API. Its clients have a write key instead of a token, so no role is asked for. These are the routes
 * that nearly every request takes: they are served on the event loop, without a thread that waits for the broker and without
 * the layers that other routes have use for. Described in {@code META-INF/openapi.yaml}.
 */
@Singleton
class SegmentRoutes {
    /** Behind the filters (cross-origin access, authentication) and before the routes of JAX-RS. */
    private static final int ORDER = 1;

    private static final String CALLS = "batch|import|track|identify|page|screen|group|alias|t|i|p|s|g|a|b";

    private final AsyncReception reception;

    SegmentRoutes(AsyncReception reception) {
        this.reception = reception;
    }

    void register(@Observes Router router) {
        for (String step : CALLS.split("\\|", -1)) {
            Call call = Call.ofPath(step).orElseThrow();
            String path = "/v1/" + step + "/?";
            router.routeWithRegex(HttpMethod.POST, path).order(ORDER).handler(context -> take(context, call));
            router.routeWithRegex(path).order(ORDER).handler(SegmentRoutes::refuseMethod);
        }
    }

    private static void refuseMethod(RoutingContext context) {
        boolean asks = context.request().method().equals(HttpMethod.OPTIONS);
        context.response()
                .putHeader(HttpHeaders.ALLOW, "POST, OPTIONS")
                .setStatusCode(asks ? 204 : 405)
                .end();
    }

    private void take(RoutingContext context, Call call) {
        ClientRequest request = ClientRequest.of(context.request());
        reception.receive(
                context, request, bytes -> request.completion().of(BodyReader.read(bytes, call)), SegmentAnswers::of);
    }
}
