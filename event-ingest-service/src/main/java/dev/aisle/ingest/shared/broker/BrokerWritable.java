package dev.aisle.ingest.shared.broker;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the broker takes records now, at {@code /q/health/well}: no part of readiness, because the door says 503 itself while it doesn't. Answers at
 * once, whatever the broker does.
 */
@Wellness
@Singleton
class BrokerWritable implements HealthCheck {
    private final ProbeBroker probe;

    BrokerWritable(ProbeBroker probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker takes records")
                .status(probe.writable())
                .withData("last acknowledgement", probe.lastAcknowledgement())
                .build();
    }
}
