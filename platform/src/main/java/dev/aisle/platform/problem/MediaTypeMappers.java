package dev.aisle.platform.problem;

import dev.aisle.platform.security.RouteRoles;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.jspecify.annotations.Nullable;

/** Content types that don't fit are told only to who may call the route: before, it is 401 or 403 as for everything else. */
@Singleton
public class MediaTypeMappers {
    private final RouteRoles routes;
    private final ProblemMappers others;

    MediaTypeMappers(RouteRoles routes, ProblemMappers others) {
        this.routes = routes;
        this.others = others;
    }

    @ServerExceptionMapper
    public Response map(NotSupportedException e, ContainerRequestContext request) {
        Response refusal = refusal(request);
        if (refusal != null) {
            return refusal;
        }
        List<String> types = routes.contentTypesOf(request.getMethod(), pathOf(request));
        return types.isEmpty()
                ? others.map(e)
                : Problems.answer(
                        Problem.of("unsupported-media-type", 415, "Send " + String.join(" or ", types) + "."));
    }

    @ServerExceptionMapper
    public Response map(NotAcceptableException e, ContainerRequestContext request) {
        Response refusal = refusal(request);
        return refusal == null ? others.map(e) : refusal;
    }

    /** The answer to who may not call the route at all; null for who may. */
    private @Nullable Response refusal(ContainerRequestContext request) {
        Set<String> roles = routes.rolesOf(request.getMethod(), pathOf(request));
        SecurityIdentity caller = callerOf(request);
        if (roles.isEmpty() || (caller != null && roles.stream().anyMatch(caller::hasRole))) {
            return null;
        }
        return caller == null ? others.map(new UnauthorizedException()) : others.map(new ForbiddenException());
    }

    /** Who was authenticated; null for nobody. The security context of JAX-RS doesn't know roles before a method is chosen. */
    private static @Nullable SecurityIdentity callerOf(ContainerRequestContext request) {
        if (request instanceof ResteasyReactiveContainerRequestContext reactive
                && reactive.getServerRequestContext() instanceof ServerHttpRequest http
                && http.unwrap(RoutingContext.class).user() instanceof QuarkusHttpUser user) {
            SecurityIdentity identity = user.getSecurityIdentity();
            return identity.isAnonymous() ? null : identity;
        }
        return null;
    }

    private static String pathOf(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getRawPath();
    }
}
