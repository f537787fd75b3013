package dev.aisle.ingest.archive;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How the archive is, at {@code /q/health/well}: no part of readiness, because the door works without it. */
@Wellness
@Singleton
class ArchiveHealth implements HealthCheck {
    private final ArchiveStatus status;

    ArchiveHealth(ArchiveStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        ArchiveStatus.State state = status.state();
        String words = switch (state) {
            case ArchiveStatus.Off ignored -> "off";
            case ArchiveStatus.StandBy ignored -> "stand-by: another process writes into the folder";
            case ArchiveStatus.Following ignored -> "following";
            case ArchiveStatus.Waiting waiting -> "waiting: " + waiting.reason();
        };
        return HealthCheckResponse.named("event archive")
                .status(!(state instanceof ArchiveStatus.Waiting))
                .withData("state", words)
                .withData("lag", status.lag())
                .withData("files", status.usage().files())
                .withData("bytes", status.usage().bytes())
                .withData("lastFlush", status.lastFlush().toString())
                .build();
    }
}
