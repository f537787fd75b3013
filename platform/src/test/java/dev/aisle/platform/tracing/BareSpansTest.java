package dev.aisle.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BareSpansTest {
    private static final String PLANTED = "ada.lovelace@example.org";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final List<SpanData> exported = new ArrayList<>();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new BareSpans(kept())))
            .build();
    private final Tracer tracer = provider.get("test");

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void nothingThatAClientSaidLeavesWithASpan() {
        TraceState state = TraceState.builder().put("vendor", "p1.k1.ada").build();
        SpanContext caller =
                SpanContext.createFromRemoteParent(TRACE, "b7ad6b7169203331", TraceFlags.getSampled(), state);
        Span span = tracer.spanBuilder("GET /v1/profiles/" + PLANTED)
                .setParent(Context.root().with(Span.wrap(caller)))
                .setSpanKind(SpanKind.SERVER)
                .addLink(SpanContext.create(TRACE, "b7ad6b7169203332", TraceFlags.getSampled(), state))
                .setAttribute("url.path", "/v1/profiles/" + PLANTED)
                .setAttribute("url.query", "email=" + PLANTED)
                .setAttribute("user_agent.original", PLANTED)
                .setAttribute("client.address", "203.0.113.7")
                .setAttribute("server.address", PLANTED)
                .setAttribute("messaging.kafka.message.key", PLANTED)
                .setAttribute("http.request.method", "GET")
                .setAttribute("http.route", "/v1/profiles/{pseudonym}")
                .startSpan();
        span.recordException(new IllegalStateException("no such person: " + PLANTED));
        span.setStatus(StatusCode.ERROR, PLANTED);
        span.end();

        SpanData left = exported.getFirst();
        assertThat(everything(left)).doesNotContain("ada").doesNotContain("203.0.113");
        assertThat(left.getName()).isEqualTo("GET /v1/profiles/{pseudonym}");
        assertThat(left.getTraceId()).isEqualTo(TRACE);
        assertThat(left.getAttributes().asMap())
                .containsOnlyKeys(AttributeKey.stringKey("http.request.method"), AttributeKey.stringKey("http.route"));
        assertThat(left.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aNameThatIsNoneOfOursGoes() {
        tracer.spanBuilder("look for " + PLANTED).startSpan().end();

        assertThat(exported.getFirst().getName()).isEqualTo("unnamed");
    }

    @Test
    void namesOfTopicsAndMethodsStay() {
        for (String name : List.of("aisle.events.v1 process", "aisle.recommender.v1.Recommender/Recommend", "GET")) {
            tracer.spanBuilder(name).startSpan().end();
        }

        assertThat(exported).extracting(SpanData::getName).doesNotContain("unnamed");
    }

    private static String everything(SpanData span) {
        return span.getName()
                + span.getAttributes()
                + span.getEvents()
                + span.getLinks()
                + span.getStatus()
                + span.getSpanContext()
                + span.getParentSpanContext();
    }

    private SpanExporter kept() {
        return new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                exported.addAll(spans);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }
}
