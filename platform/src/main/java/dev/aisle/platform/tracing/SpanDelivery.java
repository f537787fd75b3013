package dev.aisle.platform.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Sends spans to the collector, beside the work: in batches, at most 2,048 wait, and what doesn't fit is lost. A collector that is away costs
 * nobody anything.
 */
@Singleton
class SpanDelivery {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Produces
    @Singleton
    @Unremovable
    SpanProcessor processor(TracesConfig config) {
        return config.endpoint().map(endpoint -> batches(endpoint, config)).orElseGet(SpanProcessor::composite);
    }

    private static SpanProcessor batches(URI endpoint, TracesConfig config) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(traces(endpoint.toString()))
                .setTimeout(PATIENCE)
                .setConnectTimeout(PATIENCE);
        CollectorHeaders headers = new CollectorHeaders(config.headers(), config.headersFile());
        // What is wrong with them is told at the start.
        Map<String, String> _ = headers.get();
        exporter.setHeaders(headers);
        return BatchSpanProcessor.builder(new BareSpans(exporter.build()))
                .setScheduleDelay(EVERY)
                .build();
    }

    /** The path that the protocol gives traces below a base address. */
    static String traces(String base) {
        return base.endsWith("/v1/traces") ? base : base.replaceAll("/+$", "") + "/v1/traces";
    }
}
