package dev.aisle.ingest.shared.edge;

import dev.aisle.ingest.shared.usecase.ProbeBroker;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the broker takes records: nothing could be acknowledged otherwise. Answers at once, whatever the broker does. */
@Readiness
@Singleton
public class BrokerWritable implements HealthCheck {
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
