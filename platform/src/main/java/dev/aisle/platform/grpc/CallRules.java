package dev.aisle.platform.grpc;

import com.google.protobuf.MessageLite;
import dev.aisle.platform.problem.Outage;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every call of gRPC: texts of errors are escaped as the specification says, a message has a size, a call that fails after its deadline ends as
 * {@code DEADLINE_EXCEEDED}, bytes that are no message are {@code INVALID_ARGUMENT}, a failure inside says nothing of the inside, what is away now is
 * {@code UNAVAILABLE}, and the health of a service that
 * isn't here is {@code NOT_FOUND}.
 */
@Singleton
@GlobalInterceptor
public class CallRules implements ServerInterceptor, Prioritized {
    private static final Metadata.Key<String> MESSAGE =
            Metadata.Key.of("grpc-message", Metadata.ASCII_STRING_MARSHALLER);
    private static final String HEALTH_CHECK = "grpc.health.v1.Health/Check";
    private static final Status UNREADABLE = Status.INVALID_ARGUMENT.withDescription(
            "The call has no message, or bytes that are no message of its type.");
    /** What went wrong inside is nobody else's business. */
    private static final Status FAILED = Status.INTERNAL.withDescription("The service failed; its log says why.");

    private static final Logger LOG = Logger.getLogger(CallRules.class);

    private final int mostBytes;
    private final Set<String> largeCalls;

    CallRules(
            @ConfigProperty(name = "aisle.grpc.max-message-size", defaultValue = "1048576") int mostBytes,
            @ConfigProperty(name = "aisle.grpc.large-calls", defaultValue = "none") Set<String> largeCalls) {
        this.mostBytes = mostBytes;
        this.largeCalls = largeCalls;
    }

    /** Around all the others. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public <Q, A> Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String name = call.getMethodDescriptor().getFullMethodName();
        RuledCall<Q, A> ruled = new RuledCall<>(call, name.equals(HEALTH_CHECK), GrpcTimeouts.of(headers));
        Listener<Q> listener = next.startCall(ruled, headers);
        return new Bounded<>(listener, ruled, largeCalls.contains(name) ? Integer.MAX_VALUE : mostBytes);
    }

    /** Hands no message on that is too large, and ends a call without one; gRPC's own limit is that of the largest call. */
    private static final class Bounded<Q> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, ?> call;
        private final int mostBytes;
        private boolean asked;
        private boolean refused;

        Bounded(Listener<Q> listener, ServerCall<Q, ?> call, int mostBytes) {
            super(listener);
            this.call = call;
            this.mostBytes = mostBytes;
        }

        @Override
        public void onMessage(Q message) {
            asked = true;
            if (message instanceof MessageLite sized && sized.getSerializedSize() > mostBytes) {
                refused = true;
                call.close(
                        Status.RESOURCE_EXHAUSTED.withDescription("The message has " + sized.getSerializedSize()
                                + " bytes; send at most " + mostBytes + "."),
                        new Metadata());
            } else if (!refused) {
                super.onMessage(message);
            }
        }

        @Override
        public void onHalfClose() {
            if (!asked && call.getMethodDescriptor().getType().clientSendsOneMessage()) {
                // What cannot be parsed never comes here as a message.
                refused = true;
                call.close(UNREADABLE, new Metadata());
            } else if (!refused) {
                super.onHalfClose();
            }
        }
    }

    private static final class RuledCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final boolean ofHealth;
        private final long endsAt;
        private @Nullable Status instead;

        RuledCall(ServerCall<Q, A> call, boolean ofHealth, @Nullable Duration within) {
            super(call);
            this.ofHealth = ofHealth;
            this.endsAt = within == null ? Long.MAX_VALUE : clock() + within.toMillis();
        }

        private static long clock() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void sendMessage(A message) {
            if (ofHealth
                    && message instanceof HealthCheckResponse answer
                    && answer.getStatus() == ServingStatus.UNKNOWN) {
                instead = Status.NOT_FOUND.withDescription("There is no service of this name here.");
            } else {
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            Status ends = instead == null ? status : instead;
            if (ends.getCode() == Status.Code.UNKNOWN) {
                ends = outside(ends, trailers);
            }
            if (!ends.isOk() && clock() >= endsAt) {
                ends = Status.DEADLINE_EXCEEDED.withDescription("The call took longer than the client gave it.");
            }
            String description = ends.getDescription();
            if (ends.isOk() || description == null) {
                super.close(ends, trailers);
                return;
            }
            // Vert.x would escape as forms do, and readers show %3A for a colon.
            trailers.put(MESSAGE, GrpcAnswers.percentEncoded(description));
            super.close(ends.withDescription(null), trailers);
        }

        /** What a failure inside looks like: one that passes by itself is {@code UNAVAILABLE} and says when to ask again. */
        private Status outside(Status failed, Metadata trailers) {
            Throwable cause = failed.getCause();
            Optional<String> outage = cause == null ? Optional.empty() : Outage.of(cause);
            if (outage.isEmpty()) {
                LOG.errorf(cause, "%s failed: %s", getMethodDescriptor().getFullMethodName(), failed.getDescription());
                return FAILED;
            }
            trailers.merge(Retries.after(outage.get(), Outage.RETRY_AFTER_SECONDS));
            return Status.UNAVAILABLE.withDescription(outage.get());
        }
    }
}
