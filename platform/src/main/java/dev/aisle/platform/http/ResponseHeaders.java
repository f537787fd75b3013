package dev.aisle.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What every answer tells a browser, errors included. An answer that says something of its own keeps it: the pages of the consoles are stricter, scripts
 * for other pages are more open.
 */
@Singleton
class ResponseHeaders {
    /** Before every other filter: what refuses a request is headed as well. */
    private static final int PRIORITY = 1_100;

    /** Answers of an API are no documents: nothing in them may be run, and nothing may frame them. */
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    /** Two years, as the lists that browsers ship with ask for. */
    private static final String ONLY_TLS = "max-age=63072000; includeSubDomains";

    private static final String OWN_ORIGIN = "Cross-Origin-Resource-Policy";

    void register(@Observes Filters filters) {
        filters.register(ResponseHeaders::head, PRIORITY);
    }

    static void head(RoutingContext context) {
        // gRPC is read by no browser, and its heads are small.
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/grpc")) {
            boolean secure = "https".equals(context.request().scheme());
            context.addHeadersEndHandler(_ -> complete(context.response().headers(), secure));
        }
        context.next();
    }

    private static void complete(MultiMap headers, boolean secure) {
        put(headers, "X-Content-Type-Options", "nosniff");
        put(headers, "Referrer-Policy", "no-referrer");
        put(headers, "Content-Security-Policy", POLICY);
        put(headers, OWN_ORIGIN, isForOthers(headers) ? "cross-origin" : "same-origin");
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // With a tag it can be asked again whether it is still so; without one nobody keeps it.
            headers.set(
                    HttpHeaders.CACHE_CONTROL, headers.contains(HttpHeaders.ETAG) ? "private, no-cache" : "no-store");
        }
        if (secure) {
            put(headers, "Strict-Transport-Security", ONLY_TLS);
        }
    }

    /** What pages of other origins may read they may also load; and they show pixels that count, without asking whether they may. */
    private static boolean isForOthers(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return headers.contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN) || (type != null && type.startsWith("image/"));
    }

    private static void put(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
