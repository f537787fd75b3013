package dev.aisle.platform.audit;

import dev.aisle.platform.audit.StaffCall.Asked;
import dev.aisle.platform.security.RouteName;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Notes who of staff asks to change what, before the change: {@link StaffChanges} records it with the transaction that changes something. */
@Singleton
public class StaffCalls {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String UNNAMED = "service";
    private static final String PERSON = "pseudonym";

    private final StaffCall call;
    private final SecurityIdentity caller;

    StaffCalls(StaffCall call, SecurityIdentity caller) {
        this.call = call;
        this.caller = caller;
    }

    /** Notes it, when it is one. */
    @ServerRequestFilter
    public void note(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod() == null || !Staff.is(caller)) {
            return;
        }
        String route = RouteName.of(request.getMethod(), resource.getResourceClass(), resource.getResourceMethod());
        call.at(route);
        if (READS.contains(request.getMethod()) || nearest(resource, ChangesNothing.class) != null) {
            return;
        }
        Changes changes = nearest(resource, Changes.class);
        Map<String, String> facts = new TreeMap<>();
        request.getUriInfo()
                .getPathParameters()
                .forEach((name, values) -> facts.put(name, values.isEmpty() ? "" : values.getFirst()));
        facts.remove(PERSON);
        facts.put("call", route);
        call.begin(new Asked(
                (changes == null ? UNNAMED : changes.value()) + ".changed",
                caller.getPrincipal().getName(),
                facts));
    }

    private static <A extends Annotation> @Nullable A nearest(ResourceInfo resource, Class<A> annotation) {
        A own = resource.getResourceMethod().getAnnotation(annotation);
        boolean decided = resource.getResourceMethod().isAnnotationPresent(Changes.class)
                || resource.getResourceMethod().isAnnotationPresent(ChangesNothing.class);
        return own != null || decided ? own : resource.getResourceClass().getAnnotation(annotation);
    }
}
