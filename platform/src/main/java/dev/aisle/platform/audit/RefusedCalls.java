package dev.aisle.platform.audit;

import dev.aisle.platform.audit.Refusals.Refused;
import dev.aisle.platform.grpc.GrpcAnswers;
import dev.aisle.platform.security.RouteRoles;
import io.grpc.Status;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the audit log which callers were refused: who has a token and asked for what it doesn't allow, by HTTP (403) or gRPC ({@code PERMISSION_DENIED}). The first refusals
 * of a caller are told within a second, and what a caller who goes on is refused meanwhile is one record with its number, a minute after the last at most, so nobody can fill
 * the log. A process that is killed loses the last second, and how often those were refused since who are in the log already.
 */
@Singleton
class RefusedCalls {
    private static final Logger LOG = Logger.getLogger(RefusedCalls.class);
    /** After the authentication of Quarkus, at 200, and before its authorisation, at 100. */
    private static final int PRIORITY = 145;

    private static final String EVENT = "access.refused";
    private static final String DENIED = Integer.toString(Status.Code.PERMISSION_DENIED.value());
    private static final String GRPC_STATUS = "grpc-status";
    private static final int FORBIDDEN = 403;

    private final Refusals refusals;
    private final RouteRoles routes;
    private final AuditDelivery delivery;
    private final String service;

    RefusedCalls(
            RouteRoles routes,
            AuditDelivery delivery,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "aisle.refusals.tell-every", defaultValue = "1m") Duration longestPause) {
        this.refusals = new Refusals(longestPause);
        this.routes = routes;
        this.delivery = delivery;
        this.service = service;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            String caller = user.getSecurityIdentity().getPrincipal().getName();
            context.addEndHandler(_ -> {
                if (refused(context)) {
                    refusals.add(caller, routeOf(context));
                }
            });
        }
        context.next();
    }

    private static boolean refused(RoutingContext context) {
        HttpServerResponse response = context.response();
        return response.getStatusCode() == FORBIDDEN
                || (GrpcAnswers.isCall(context.request())
                        && (DENIED.equals(response.trailers().get(GRPC_STATUS))
                                || DENIED.equals(response.headers().get(GRPC_STATUS))));
    }

    /** The path of a call of gRPC has no parameters. */
    private String routeOf(RoutingContext context) {
        String path = context.request().path();
        if (GrpcAnswers.isCall(context.request())) {
            return "gRPC " + path;
        }
        String verb = context.request().method().name();
        return verb + " " + routes.templateOf(verb, path == null ? "" : path).orElse("elsewhere");
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        tell(refusals.take(Instant.now()));
    }

    private void tell(List<Refused> taken) {
        if (taken.isEmpty()) {
            return;
        }
        try {
            delivery.deliver(taken.stream()
                    .map(refused -> AuditRecords.of(service, EVENT, actor(refused), facts(refused)))
                    .toList());
        } catch (RuntimeException e) {
            LOG.warnf("Refused calls of %d callers wait for the audit log: %s", taken.size(), e.getMessage());
            taken.forEach(refusals::add);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        tell(refusals.takeAll());
    }

    private String actor(Refused refused) {
        return refused.caller().equals(Refusals.OTHERS) ? service : refused.caller();
    }

    private static Map<String, String> facts(Refused refused) {
        return Map.of("times", Long.toString(refused.times()), "calls", calls(refused.routes()));
    }

    /** As many as an entry of the log has room for. */
    private static String calls(List<String> routes) {
        StringBuilder calls = new StringBuilder();
        for (String route : routes) {
            if (calls.length() + route.length() + 2 <= AuditRecords.LONGEST_FACT) {
                calls.append(calls.isEmpty() ? "" : ", ").append(route);
            }
        }
        return calls.toString();
    }
}
