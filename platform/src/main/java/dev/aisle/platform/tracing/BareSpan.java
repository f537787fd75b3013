package dev.aisle.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A span without what a client or a person said: of the attributes only those stay whose values are few and ours. Paths, query strings, addresses,
 * user agents, messages of exceptions and the trace state of other systems go.
 */
final class BareSpan extends DelegatingSpanData {
    /** A name that isn't on the list is no attribute; the list is the promise. */
    static final Set<String> KEPT = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "url.scheme",
            "network.protocol.name",
            "network.protocol.version",
            "error.type",
            "rpc.system",
            "rpc.service",
            "rpc.method",
            "rpc.grpc.status_code",
            "messaging.system",
            "messaging.destination.name",
            "messaging.destination.partition.id",
            "messaging.consumer.group.name",
            "messaging.operation.type");

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");

    /** Other names are topics and methods of gRPC. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ./{}_*:-]{0,150}");

    private final Attributes attributes;

    private BareSpan(SpanData delegate) {
        super(delegate);
        this.attributes =
                delegate.getAttributes().toBuilder().removeIf(BareSpan::goes).build();
    }

    static SpanData of(SpanData span) {
        return new BareSpan(span);
    }

    private static boolean goes(AttributeKey<?> key) {
        return !KEPT.contains(key.getKey());
    }

    /** Of a request it is made anew of method and route: what the SDK names it after may be the path. */
    @Override
    public String getName() {
        String method = attributes.get(METHOD);
        if (method != null) {
            String route = attributes.get(ROUTE);
            return route == null ? method : method + " " + route;
        }
        String name = super.getName();
        return NAME.matcher(name).matches() ? name : "unnamed";
    }

    @Override
    public SpanContext getSpanContext() {
        return bare(super.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return bare(super.getParentSpanContext());
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    /** Which exception it was stands in the log, under the same trace id. */
    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private static SpanContext bare(SpanContext context) {
        if (!context.isValid() || context.getTraceState().isEmpty()) {
            return context;
        }
        return context.isRemote()
                ? SpanContext.createFromRemoteParent(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault())
                : SpanContext.create(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }
}
