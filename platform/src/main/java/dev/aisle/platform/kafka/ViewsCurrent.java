package dev.aisle.platform.kafka;

import io.quarkus.arc.All;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether the broker has confirmed consents and erasures a moment ago, at {@code /q/health/well}: while it hasn't, everybody is denied. */
@Wellness
@Singleton
class ViewsCurrent implements HealthCheck {
    private final List<CompactedView<?>> views;

    ViewsCurrent(@All List<CompactedView<?>> views) {
        this.views = views;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("consents and erasures current");
        boolean all = true;
        for (CompactedView<?> view : views) {
            boolean current = view.current();
            answer.withData(
                    view.topicName(),
                    current ? "current" : "not confirmed for " + view.silence().toSeconds() + " s");
            all &= current;
        }
        return answer.status(all).build();
    }
}
