package dev.aisle.platform.http;

import dev.aisle.platform.grpc.GrpcAnswers;
import dev.aisle.platform.problem.Problem;
import io.github.bucket4j.TimeMeter;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Holds back who asks too often: by address before anything else is done for a request, by client once the token is verified. The answer is 429 with
 * {@code Retry-After}, over gRPC {@code RESOURCE_EXHAUSTED}. Health and metrics are never held back. Limits are of this instance.
 */
@Singleton
class RequestRates {
    /** After the bounds of the request and before the pages. */
    private static final int BY_ADDRESS = 990;
    /** After the authentication of Quarkus, at 200, and before its authorisation, at 100. */
    private static final int BY_CLIENT = 140;

    private final Callers addresses;
    private final Callers clients;
    private final boolean loopback;
    private final Counter limitedAddresses;
    private final Counter limitedClients;

    @Inject
    RequestRates(LimitSettings settings, MeterRegistry registry) {
        this(settings, registry, TimeMeter.SYSTEM_NANOTIME);
    }

    RequestRates(LimitSettings settings, MeterRegistry registry, TimeMeter clock) {
        this.addresses = new Callers(settings.perAddress(), clock);
        this.clients = new Callers(settings.perClient(), clock);
        this.loopback = settings.loopback();
        this.limitedAddresses = counter("address", registry);
        this.limitedClients = counter("client", registry);
    }

    private static Counter counter(String by, MeterRegistry registry) {
        return Counter.builder("aisle.http.requests.limited")
                .description("Requests that were held back because their address or client asked too often")
                .tag("by", by)
                .register(registry);
    }

    void register(@Observes Filters filters) {
        filters.register(this::byAddress, BY_ADDRESS);
        filters.register(this::byClient, BY_CLIENT);
    }

    void byAddress(RoutingContext context) {
        SocketAddress remote = context.request().remoteAddress();
        String address = remote == null ? null : remote.hostAddress();
        if (address == null || isOfOperations(context) || (!loopback && Callers.isLoopback(address))) {
            context.next();
            return;
        }
        pass(context, addresses.take(Callers.of(address)), limitedAddresses);
    }

    void byClient(RoutingContext context) {
        String client = context.user() instanceof QuarkusHttpUser user ? clientOf(user.getSecurityIdentity()) : null;
        if (client == null || isOfOperations(context)) {
            context.next();
            return;
        }
        pass(context, clients.take(client), limitedClients);
    }

    private static boolean isOfOperations(RoutingContext context) {
        String path = context.request().path();
        return path != null && (path.startsWith("/q/health") || path.startsWith("/q/metrics"));
    }

    /** The client that the token was issued to; of a token that names none, its subject. */
    private static @Nullable String clientOf(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        for (String claim : new String[] {"azp", "client_id", "sub"}) {
            if (token.getClaim(claim) instanceof String name && !name.isEmpty()) {
                // Everybody at the consoles comes by one client; a limit of theirs together would let one lock out all.
                return name + "|" + token.getSubject();
            }
        }
        return null;
    }

    private static void pass(RoutingContext context, int waitSeconds, Counter limited) {
        if (waitSeconds == 0) {
            context.next();
            return;
        }
        limited.increment();
        HttpServerResponse response =
                context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(waitSeconds));
        if (GrpcAnswers.isCall(context.request())) {
            GrpcAnswers.end(
                    context.request(),
                    Status.RESOURCE_EXHAUSTED.withDescription(
                            "Too many requests. Call again in " + waitSeconds + " s."));
        } else {
            Refusals.write(
                    response,
                    Problem.of(
                            "too-many-requests",
                            429,
                            "That were too many requests. Send this one again in " + waitSeconds + " s."));
        }
    }
}
