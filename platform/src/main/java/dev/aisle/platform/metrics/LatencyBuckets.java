package dev.aisle.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Histograms of the routes that somebody waits for ({@code aisle.metrics.latency-of}, templates of paths) and of all gRPC methods. The other routes
 * have one bucket, so that there are not thousands of series: none would make two types of one metric.
 */
@Singleton
class LatencyBuckets {
    private static final double[] COARSE = {Duration.ofSeconds(1).toNanos()};
    private static final double[] FINE = DoubleStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000)
            .map(millis -> millis * Duration.ofMillis(1).toNanos())
            .toArray();

    private final Set<String> routes;

    LatencyBuckets(MetricsConfig config) {
        this.routes = Set.copyOf(config.latencyOf().orElse(List.of()));
    }

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return switch (id.getName()) {
                    case "http.server.requests" ->
                        with(routes.contains(String.valueOf(id.getTag("uri"))) ? FINE : COARSE, config);
                    case "grpc.server.processing.duration" -> with(FINE, config);
                    default -> config;
                };
            }
        };
    }

    private static DistributionStatisticConfig with(double[] nanos, DistributionStatisticConfig config) {
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(nanos)
                .build()
                .merge(config);
    }
}
