package dev.aisle.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that two servers could read in two ways: several {@code Host} headers or none, headers over several lines, transfer codings other than
 * {@code chunked}, a zero byte in the path. A proxy in front could let through what is meant for nobody (RFC 9112 sections 3.2, 5.2 and 6.1).
 */
@Singleton
class WellFormedRequests {
    /** After {@link RequestBounds}, before everything that reads the address. */
    private static final int PRIORITY = 995;
    /** The consoles answer with pages of their own. */
    private static final String PAGES = "/console";

    void register(@Observes Filters filters) {
        filters.register(WellFormedRequests::check, PRIORITY);
    }

    /** Vert.x fails a request without a host before any filter sees it. */
    void explain(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(WellFormedRequests::explainFailure);
    }

    static void explainFailure(RoutingContext context) {
        if (context.statusCode() == 400 && !context.response().headWritten() && faultOf(context.request()) != null) {
            check(context);
        } else {
            context.next();
        }
    }

    static void check(RoutingContext context) {
        Fault fault = faultOf(context.request());
        if (fault == null) {
            context.next();
        } else {
            Refusals.refuse(context, fault.status(), "malformed-request", fault.detail());
        }
    }

    private record Fault(int status, String detail) {}

    private static @Nullable Fault faultOf(HttpServerRequest request) {
        String path = request.path();
        if (path != null && !path.startsWith(PAGES) && (path.contains("%00") || path.indexOf('\0') >= 0)) {
            return new Fault(400, "The path holds a zero byte (%00). Send it without.");
        }
        return request.version() == HttpVersion.HTTP_2 ? null : faultOfHttp1(request);
    }

    private static @Nullable Fault faultOfHttp1(HttpServerRequest request) {
        if (request.decoderResult() instanceof FoldedHeader) {
            return new Fault(400, "A header goes over several lines. Send each header on one line.");
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.size() != 1 || hosts.getFirst().isBlank() || request.authority() == null) {
            return new Fault(400, "Send one Host header with the name of the server, such as 'Host: shop.example'.");
        }
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.isEmpty()) {
            return null;
        }
        boolean chunked = codings.size() == 1
                && codings.getFirst().strip().toLowerCase(Locale.ROOT).equals("chunked");
        return chunked && request.version() == HttpVersion.HTTP_1_1
                ? null
                : new Fault(501, "The only transfer coding that is understood is chunked, with HTTP/1.1.");
    }
}
