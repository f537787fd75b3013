package dev.aisle.ingest.shared.broker;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the broker has taken a first record: before that nothing could be acknowledged. {@link BrokerWritable} tells how it is now. */
@Readiness
@Singleton
class BrokerKnown implements HealthCheck {
    private final ProbeBroker probe;

    BrokerKnown(ProbeBroker probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker has taken a record")
                .status(probe.wasWritable())
                .build();
    }
}
