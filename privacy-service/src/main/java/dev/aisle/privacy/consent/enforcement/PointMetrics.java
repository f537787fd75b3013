package dev.aisle.privacy.consent.enforcement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Shows operators how many processes of each service enforce consent. */
@Singleton
class PointMetrics {
    private final EnforcementPoints points;
    private final EnforcementConfig config;
    private final MeterRegistry registry;

    PointMetrics(EnforcementPoints points, EnforcementConfig config, MeterRegistry registry) {
        this.points = points;
        this.config = config;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        for (String service : config.services()) {
            Gauge.builder("aisle.enforcement.points", () -> count(service))
                    .description("Processes that are waited for at a withdrawal; 0 of a service means 202")
                    .tag("service", service)
                    .register(registry);
        }
    }

    private long count(String service) {
        return points.rollCall().reckoned(config.margin()).stream()
                .map(Point::service)
                .filter(service::equals)
                .count();
    }
}
