package dev.aisle.platform.grpc;

import io.grpc.Metadata;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that a client gives a call; gRPC on Quarkus' HTTP port passes the header on and nothing more.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#requests">gRPC over HTTP2, Timeout</a>
 */
public final class GrpcTimeouts {
    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    /** Digits and a unit: hours, minutes, seconds, milli-, micro- or nanoseconds. */
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,8})([HMSmun])");

    private GrpcTimeouts() {}

    /** Returns the time that the headers name, null when they name none. */
    public static @Nullable Duration of(Metadata headers) {
        String header = headers.get(TIMEOUT);
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
