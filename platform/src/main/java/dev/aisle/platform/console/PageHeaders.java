package dev.aisle.platform.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What a browser must keep to on the consoles: nothing inline, nothing from elsewhere, no frame around, no copy kept of a page.
 * Outside of them no session counts. */
@Singleton
class PageHeaders {
    private static final int PRIORITY = 900;
    private static final String ASSETS = Area.ROOT + "/assets/";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    /** The version stands in the address, so what is there never changes. */
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final SessionClock clock;

    PageHeaders(SessionClock clock) {
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::protect, PRIORITY);
    }

    private void protect(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(Area.ROOT) || path.startsWith(Area.ROOT + "/")) {
            boolean versioned = path.startsWith(ASSETS) && context.request().getParam("v") != null;
            context.addHeadersEndHandler(_ -> {
                MultiMap headers = context.response().headers();
                headers.set("Content-Security-Policy", POLICY);
                headers.set("X-Content-Type-Options", "nosniff");
                headers.set("Referrer-Policy", "no-referrer");
                headers.set("Cross-Origin-Opener-Policy", "same-origin");
                if (versioned) {
                    headers.set(HttpHeaders.CACHE_CONTROL, FOREVER);
                } else if (path.startsWith(ASSETS)) {
                    headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
                } else {
                    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
                }
            });
            if (!path.startsWith(ASSETS)) {
                clock.watch(context);
            }
        } else {
            // The API takes tokens only: Quarkus would let a session in by its cookie wherever that comes.
            context.request().headers().remove(HttpHeaders.COOKIE);
        }
        context.next();
    }
}
