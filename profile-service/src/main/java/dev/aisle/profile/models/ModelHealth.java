package dev.aisle.profile.models;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether all models can be read, at {@code /q/health/well}: no part of readiness, because everything else works without them. */
@Wellness
@Singleton
class ModelHealth implements HealthCheck {
    private final ModelsInUse models;

    ModelHealth(ModelsInUse models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        List<UnreadableModel> unreadable = models.newest().unreadable();
        HealthCheckResponseBuilder health = HealthCheckResponse.named("models").status(unreadable.isEmpty());
        unreadable.forEach(model -> health.withData(model.kind().label(), model.reason()));
        return health.build();
    }
}
