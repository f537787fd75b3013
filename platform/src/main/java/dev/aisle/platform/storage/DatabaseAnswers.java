package dev.aisle.platform.storage;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the database answered a moment ago, at {@code /q/health/well}: no part of readiness, because routes that need it say 503 themselves. */
@Wellness
@Singleton
class DatabaseAnswers implements HealthCheck {
    private final DatabaseWatch watch;

    DatabaseAnswers(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database answers")
                .status(watch.reachable())
                .build();
    }
}
