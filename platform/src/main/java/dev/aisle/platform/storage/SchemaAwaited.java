package dev.aisle.platform.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jboss.logging.Logger;

/**
 * Where a job brings the database to its version, a service begins nothing before that: the job may be at it still, or was forgotten. A newer
 * schema is none to wait for.
 */
@Singleton
class SchemaAwaited {
    private static final Logger LOG = Logger.getLogger(SchemaAwaited.class);
    /** Shorter than the startup probe waits. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Flyway flyway;
    private final boolean bringsItItself;

    SchemaAwaited(Flyway flyway, @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean bringsItItself) {
        this.flyway = flyway;
        this.bringsItItself = bringsItItself;
    }

    /** Before anything else that begins with the service. */
    void await(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started)
            throws InterruptedException {
        if (bringsItItself) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        String told = "";
        for (String lack = lack(); !lack.isEmpty(); lack = lack()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(lack);
            }
            if (!lack.equals(told)) {
                LOG.warnf("Waiting: %s", lack);
                told = lack;
            }
            Thread.sleep(BETWEEN);
        }
    }

    /** What is missing, in one line. */
    private String lack() {
        try {
            MigrationInfo[] pending = flyway.info().pending();
            return pending.length == 0
                    ? ""
                    : "the database lacks %d migrations, the next is %s (%s): the job of schemas has not run for this version"
                            .formatted(pending.length, pending[0].getVersion(), pending[0].getDescription());
        } catch (FlywayException e) {
            return "the database can't be asked for its version: "
                    + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
        }
    }
}
