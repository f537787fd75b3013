package dev.aisle.platform.grpc;

import dev.aisle.platform.http.OpenRequest;
import io.grpc.Status;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls whose bytes are more than one message of theirs may have, as they come: gRPC collects up to the largest message of all calls, and only then somebody looks. What
 * goes in without a token is small and not compressed.
 */
@Singleton
class CallSizes {
    /** Before the authentication of Quarkus, at 200. */
    private static final int PRIORITY = 985;
    /** Whether it is compressed, and its length. */
    private static final int PREFIX_BYTES = 5;
    /** The name of a service. */
    private static final int HEALTH_BYTES = 1_024;

    private final long mostBytes;
    private final long largeBytes;
    private final Set<String> largeCalls;

    CallSizes(
            @ConfigProperty(name = "aisle.grpc.max-message-size", defaultValue = "1048576") long mostBytes,
            @ConfigProperty(name = "quarkus.grpc.server.max-inbound-message-size", defaultValue = "1048576")
                    long largeBytes,
            @ConfigProperty(name = "aisle.grpc.large-calls", defaultValue = "none") Set<String> largeCalls) {
        this.mostBytes = mostBytes;
        this.largeBytes = largeBytes;
        this.largeCalls = largeCalls;
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, PRIORITY);
    }

    void bound(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!GrpcAnswers.isCall(request)) {
            context.next();
            return;
        }
        boolean health = CallsNeedTokens.isOfHealth(request);
        String encoding = request.getHeader("grpc-encoding");
        if (health && encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
            GrpcAnswers.end(request, Status.UNIMPLEMENTED.withDescription("Ask for health without compression."));
            return;
        }
        long most = health ? HEALTH_BYTES : mostOf(request.path());
        OpenRequest.of(request).bound(most + PREFIX_BYTES, () -> refuse(request, most));
        context.next();
    }

    private long mostOf(@Nullable String path) {
        return path != null && !path.isEmpty() && largeCalls.contains(path.substring(1)) ? largeBytes : mostBytes;
    }

    private static void refuse(HttpServerRequest request, long most) {
        if (!request.response().headWritten()) {
            GrpcAnswers.end(
                    request,
                    Status.RESOURCE_EXHAUSTED.withDescription("Send a message of at most " + most + " bytes."));
        }
    }
}
