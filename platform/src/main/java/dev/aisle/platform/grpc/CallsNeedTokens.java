package dev.aisle.platform.grpc;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Ends calls without a token by their headers: gRPC itself would read and parse the message first. Health is asked by machines that have none. Which roles a call needs
 * is decided where it arrives.
 */
@Singleton
class CallsNeedTokens {
    /** After the authentication of Quarkus, at 200, and the limits of clients. */
    private static final int PRIORITY = 130;

    private static final String HEALTH = "/grpc.health.v1.Health/";

    void register(@Observes Filters filters) {
        filters.register(CallsNeedTokens::check, PRIORITY);
    }

    static void check(RoutingContext context) {
        boolean known = context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
        if (known || !GrpcAnswers.isCall(context.request()) || isOfHealth(context.request())) {
            context.next();
        } else {
            GrpcAnswers.end(context.request(), GrpcDenials.NO_TOKEN);
        }
    }

    /** Whether a call needs no token. */
    static boolean isOfHealth(HttpServerRequest call) {
        String path = call.path();
        return path != null && path.startsWith(HEALTH);
    }
}
