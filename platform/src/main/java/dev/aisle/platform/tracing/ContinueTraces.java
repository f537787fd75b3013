package dev.aisle.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives each traced record of a batch a span that lasts as long as the batch. Costs nothing when tracing is off. */
@ContinuesTraces
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER + 500)
class ContinueTraces {
    /** Of a batch of thousands the first ones are enough to see what it took. */
    private static final int MOST_SPANS = 200;

    private final Tracer tracer;
    private final BatchTraces traces;
    private final boolean off;

    ContinueTraces(
            Tracer tracer,
            BatchTraces traces,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean off) {
        this.tracer = tracer;
        this.traces = traces;
        this.off = off;
    }

    @AroundInvoke
    Object consume(InvocationContext invocation) throws Exception {
        return !off && invocation.getParameters()[0] instanceof ConsumerRecords<?, ?> batch
                ? traced(invocation, batch)
                : invocation.proceed();
    }

    private Object traced(InvocationContext invocation, ConsumerRecords<?, ?> batch) throws Exception {
        Map<String, String> byKey = new HashMap<>();
        List<Span> spans = new ArrayList<>();
        for (ConsumerRecord<?, ?> record : batch) {
            String parent = TraceParent.of(record.headers());
            if (parent != null && record.key() instanceof String key) {
                byKey.put(key, spans.size() < MOST_SPANS ? TraceParent.of(begun(record, parent, spans)) : parent);
            }
        }
        traces.begin(byKey);
        try (Scope _ =
                batch.count() == 1 && spans.size() == 1 ? spans.getFirst().makeCurrent() : Scope.noop()) {
            return invocation.proceed();
        } catch (Exception e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            traces.end();
            spans.forEach(Span::end);
        }
    }

    private SpanContext begun(ConsumerRecord<?, ?> record, String parent, List<Span> spans) {
        Context place = TraceParent.place(parent)
                .map(context -> Context.root().with(Span.wrap(context)))
                .orElseGet(Context::root);
        Span span = tracer.spanBuilder(record.topic() + " process")
                .setParent(place)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                .startSpan();
        spans.add(span);
        return span.getSpanContext();
    }
}
