package dev.aisle.platform.retention;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Enforces retention every hour. */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class RetentionClock {
    private final Retention retention;

    RetentionClock(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(
            every = "${aisle.retention.check-every:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void enforce() {
        retention.enforce(Instant.now());
    }
}
