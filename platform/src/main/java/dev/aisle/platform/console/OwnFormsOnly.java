package dev.aisle.platform.console;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes come from pages of the console only. Browsers say by {@code Sec-Fetch-Site} where a request comes from, older ones by {@code Origin};
 * whoever says neither is no browser with a session and is refused as well.
 */
@Provider
@PreMatching
public class OwnFormsOnly implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod()) || !Pages.has(request.getUriInfo())) {
            return;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean own = site == null
                ? sameHost(request.getHeaderString("Origin"), request.getHeaderString("Host"))
                : site.equals("same-origin");
        if (!own) {
            request.abortWith(Problems.answer(Problem.of(
                    "foreign-form", 403, "This change didn't come from a page of the console. Open the page again.")));
        }
    }

    private static boolean sameHost(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
