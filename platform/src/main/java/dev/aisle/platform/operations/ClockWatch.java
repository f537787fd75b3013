package dev.aisle.platform.operations;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends the process when the machine's clock was put back: schedules and consumers of Kafka wait by the time of day and would stand still until
 * it is as late again. Whoever supervises the process starts it anew.
 */
@Singleton
class ClockWatch {
    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final int EXIT_CODE = 1;

    private final LatestTime latest = new LatestTime(InstantSource.system());
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock-watch").factory());

    void start(@Observes StartupEvent event) {
        Future<?> _ = looks.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    private void look() {
        latest.putBack().ifPresent(by -> {
            LOG.errorf(
                    "The machine's clock was put back by %s: what waits by the time of day would stand still as long. This process ends, to be started anew",
                    by);
            looks.shutdown();
            Quarkus.asyncExit(EXIT_CODE);
        });
    }
}
