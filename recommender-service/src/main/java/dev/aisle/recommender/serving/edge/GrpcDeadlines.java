package dev.aisle.recommender.serving.edge;

import dev.aisle.platform.grpc.GrpcTimeouts;
import dev.aisle.recommender.serving.domain.Deadline;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives calls the deadline that their client named: gRPC on Quarkus' HTTP port passes the header on and nothing more. */
@Singleton
@GlobalInterceptor
class GrpcDeadlines implements ServerInterceptor {
    private static final Context.Key<Deadline> DEADLINE = Context.key("aisle-deadline");
    private static final Duration NONE_NAMED = Duration.ofMinutes(1);

    /** The deadline of the call that this thread works for. */
    static Deadline current() {
        Deadline named = DEADLINE.get();
        return named == null ? Deadline.in(NONE_NAMED) : named;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Duration span = GrpcTimeouts.of(headers);
        return span == null
                ? next.startCall(call, headers)
                : Contexts.interceptCall(Context.current().withValue(DEADLINE, Deadline.in(span)), call, headers, next);
    }
}
