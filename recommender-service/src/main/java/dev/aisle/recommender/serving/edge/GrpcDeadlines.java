package dev.aisle.recommender.serving.edge;

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
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives calls the deadline that their client named: gRPC on Quarkus' HTTP port passes the header on and nothing more. */
@Singleton
@GlobalInterceptor
public class GrpcDeadlines implements ServerInterceptor {
    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<Deadline> DEADLINE = Context.key("aisle-deadline");
    private static final Duration NONE_NAMED = Duration.ofMinutes(1);
    /** Digits and a unit: hours, minutes, seconds, milli-, micro- or nanoseconds. */
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,8})([HMSmun])");

    /** The deadline of the call that this thread works for. */
    static Deadline current() {
        Deadline named = DEADLINE.get();
        return named == null ? Deadline.in(NONE_NAMED) : named;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Duration span = span(headers.get(TIMEOUT));
        return span == null
                ? next.startCall(call, headers)
                : Contexts.interceptCall(Context.current().withValue(DEADLINE, Deadline.in(span)), call, headers, next);
    }

    private static @Nullable Duration span(@Nullable String header) {
        Matcher parts = SPAN.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return null;
        }
        ChronoUnit unit = switch (parts.group(2)) {
            case "H" -> ChronoUnit.HOURS;
            case "M" -> ChronoUnit.MINUTES;
            case "S" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MILLIS;
            case "u" -> ChronoUnit.MICROS;
            default -> ChronoUnit.NANOS;
        };
        return Duration.of(Long.parseLong(parts.group(1)), unit);
    }
}
