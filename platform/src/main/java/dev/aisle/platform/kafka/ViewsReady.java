package dev.aisle.platform.kafka;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when consents and erasures are known: before that everything would be denied. */
@Readiness
@Singleton
public class ViewsReady implements HealthCheck {
    private final List<CompactedView<?>> views;

    ViewsReady(@All List<CompactedView<?>> views) {
        this.views = views;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("consents and erasures known");
        boolean all = true;
        for (CompactedView<?> view : views) {
            answer.withData(view.getClass().getSimpleName(), view.current() ? "current" : "behind");
            all &= view.current();
        }
        return answer.status(all).build();
    }
}
