package dev.aisle.platform.kafka;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once consents and erasures were read and count: before that everything would be denied. A broker that is silent later takes no endpoint away, since
 * each route says itself what it can't answer; {@link ViewsCurrent} tells.
 */
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
            answer.withData(view.topicName(), view.loaded() ? "read" : "being read");
            all &= view.loaded();
        }
        return answer.status(all).build();
    }
}
