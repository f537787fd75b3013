package dev.aisle.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The place in a trace that goes along with a message, as text of version 00.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
public final class TraceParent {
    /** The name of the header of a record and of a request. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** Of the span that is current; null when nothing is traced. */
    public static @Nullable String current() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? of(context) : null;
    }

    /** Of a valid place. */
    static String of(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    /** What a record carries; null when it is nothing or not of this form. */
    public static @Nullable String of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null || header.value().length != 55) {
            return null;
        }
        String text = new String(header.value(), StandardCharsets.US_ASCII);
        return FORM.matcher(text).matches() ? text : null;
    }

    /** Lets a record carry it. */
    public static void put(Headers headers, @Nullable String traceParent) {
        if (traceParent != null) {
            headers.remove(HEADER).add(HEADER, traceParent.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The place that a text of this form names. */
    static Optional<SpanContext> place(@Nullable String traceParent) {
        if (traceParent == null || !FORM.matcher(traceParent).matches()) {
            return Optional.empty();
        }
        return Optional.of(SpanContext.createFromRemoteParent(
                traceParent.substring(3, 35),
                traceParent.substring(36, 52),
                TraceFlags.fromHex(traceParent, 53),
                TraceState.getDefault()));
    }
}
