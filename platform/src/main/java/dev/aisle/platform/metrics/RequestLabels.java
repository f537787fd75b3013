package dev.aisle.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Bounds what callers put into labels. A client may call its method what it likes: the label knows those of HTTP and {@code OTHER}. Whoever asks every
 * route for every refusal makes a dozen series of each: refusals are one, {@code 4xx}, except of the routes that somebody waits for
 * ({@code aisle.metrics.latency-of}).
 */
@Singleton
class RequestLabels {
    private static final String METHOD = "method";
    private static final String STATUS = "status";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "UNKNOWN");

    private final Set<String> exact;

    RequestLabels(MetricsConfig config) {
        this.exact = Set.copyOf(config.latencyOf().orElse(List.of()));
    }

    @Produces
    @Singleton
    MeterFilter labels() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals("http.server.requests") ? bounded(id) : id;
            }
        };
    }

    private Meter.Id bounded(Meter.Id id) {
        String method = id.getTag(METHOD);
        String status = id.getTag(STATUS);
        boolean known = method == null || METHODS.contains(method);
        boolean oneOfMany =
                status != null && status.startsWith("4") && !exact.contains(String.valueOf(id.getTag("uri")));
        Meter.Id named = known ? id : id.withTag(Tag.of(METHOD, "OTHER"));
        return oneOfMany ? named.withTag(Tag.of(STATUS, "4xx")) : named;
    }
}
