package dev.aisle.platform.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API knows no sessions: where a request outside the consoles has a session's cookie, it is taken away before anybody looks who is there. Else Quarkus
 * would take whoever is signed in to the console for the caller, and a page from elsewhere could call the API in that person's name.
 */
@Singleton
class SessionsOpenPagesOnly {
    /** Before the authentication. */
    private static final int PRIORITY = 950;

    private static final String SESSION = "q_session";

    void register(@Observes Filters filters) {
        filters.register(SessionsOpenPagesOnly::take, PRIORITY);
    }

    private static void take(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.equals(Area.ROOT) && !path.startsWith(Area.ROOT + "/")) {
            MultiMap headers = context.request().headers();
            List<String> sent = headers.getAll(HttpHeaders.COOKIE);
            if (sent.stream().anyMatch(cookies -> cookies.contains(SESSION))) {
                headers.set(HttpHeaders.COOKIE, others(sent));
            }
        }
        context.next();
    }

    private static String others(List<String> sent) {
        return sent.stream()
                .flatMap(cookies -> Stream.of(cookies.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> !cookie.startsWith(SESSION))
                .collect(Collectors.joining("; "));
    }
}
