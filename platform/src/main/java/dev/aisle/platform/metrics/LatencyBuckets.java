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
 * Histograms of the routes that somebody waits for ({@code aisle.metrics.latency-of}, templates of paths) and of all gRPC methods; the other
 * routes have count and sum only, so that there are not thousands of series.
 */
@Singleton
class LatencyBuckets {
    private static final double[] NANOS = DoubleStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000)
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
                return isWaitedFor(id)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(NANOS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    private boolean isWaitedFor(Meter.Id id) {
        return switch (id.getName()) {
            case "http.server.requests" -> routes.contains(String.valueOf(id.getTag("uri")));
            case "grpc.server.processing.duration" -> true;
            default -> false;
        };
    }
}
