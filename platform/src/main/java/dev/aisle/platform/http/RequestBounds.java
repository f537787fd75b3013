package dev.aisle.platform.http;

import dev.aisle.platform.grpc.GrpcAnswers;
import io.grpc.Status;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests that would keep a connection for too long: one whose body doesn't come to its end is answered by 408, announced or not, one with too many
 * headers by 431, one that announces a body over {@code quarkus.http.limits.max-body-size} by 413. The size of headers, and of
 * bodies that come without a length, is bounded by Quarkus; the time of headers by {@link HeaderGuard}.
 */
@Singleton
class RequestBounds {
    /** Before every other filter. */
    private static final int PRIORITY = 1_000;

    private static final int MOST_HEADERS = 100;
    /** Who is slower than a modem of 1998 is not sending, but holding on. */
    private static final long SLOWEST_BYTES_PER_MILLI = 7;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,12}");

    private final long patienceMillis;
    private final long mostBytes;

    RequestBounds(
            @ConfigProperty(name = "aisle.http.body-within", defaultValue = "30s") Duration bodyWithin,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        this.patienceMillis = bodyWithin.toMillis();
        this.mostBytes = mostBytes.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, PRIORITY);
    }

    void bound(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().size() > MOST_HEADERS) {
            Refusals.refuse(context, 431, "too-many-headers", "Send at most " + MOST_HEADERS + " headers.");
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced(length) > mostBytes) {
            Refusals.refuse(context, 413, "too-large", "Send a body of at most " + mostBytes + " bytes.");
            return;
        }
        OpenRequest open = OpenRequest.of(request);
        if (open.mayCome()) {
            long timer = context.vertx().setTimer(patienceFor(length), _ -> expire(context, open));
            context.addEndHandler(_ -> {
                if (request.version() != HttpVersion.HTTP_2 || !open.mayCome()) {
                    context.vertx().cancelTimer(timer);
                }
            });
        }
        context.next();
    }

    private long patienceFor(@Nullable String length) {
        return patienceMillis + announced(length) / SLOWEST_BYTES_PER_MILLI;
    }

    /** The bytes that the header promises; 0 when it promises nothing. */
    private static long announced(@Nullable String length) {
        return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
    }

    private static void expire(RoutingContext context, OpenRequest open) {
        HttpServerResponse response = context.response();
        if (!open.mayCome() || response.closed()) {
            return;
        }
        if (!response.headWritten()) {
            refuse(context);
        } else if (response.ended()) {
            open.end(OpenRequest.NO_ERROR);
        }
    }

    private static void refuse(RoutingContext context) {
        if (GrpcAnswers.isCall(context.request())) {
            GrpcAnswers.end(
                    context.request(), Status.DEADLINE_EXCEEDED.withDescription("The message did not come in time."));
        } else {
            Refusals.refuse(context, 408, "body-too-slow", "The body did not come in time. Send it again, all of it.");
        }
    }
}
