package dev.aisle.recommender.models.edge;

import dev.aisle.recommender.catalog.shared.StoreWatch;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether the object store of model files answers, at {@code /q/health/well}: no part of readiness, because what is in use stays in use without it. */
@Wellness
@Singleton
class ModelStoreAnswers implements HealthCheck {
    private final StoreWatch watch;

    ModelStoreAnswers(StoreWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = watch.failure();
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("model store answers").status(failure.isEmpty());
        return failure.isEmpty()
                ? health.build()
                : health.withData("why", failure).build();
    }
}
