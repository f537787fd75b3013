package dev.aisle.platform.restore;

import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.person.PersonRows;
import dev.aisle.platform.problem.NotNow;
import dev.aisle.platform.storage.DatabaseWentBack;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Removes whom an older database has brought back, at each start and when the database went back while the service runs: a database may be of
 * yesterday, the topic of erasures is of now. The service is ready only afterwards.
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class ReapplyErasures {
    private static final Logger LOG = Logger.getLogger(ReapplyErasures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;

    private final ErasedSubjects erased;
    private final PersonRows rows;
    private final Event<ErasuresReapplied> event;
    private final MeterRegistry metrics;
    private final CountDownLatch ended = new CountDownLatch(1);
    /** The first time, which the service isn't ready before. */
    private final CountDownLatch begun = new CountDownLatch(1);

    private final AtomicInteger due = new AtomicInteger();

    ReapplyErasures(ErasedSubjects erased, PersonRows rows, Event<ErasuresReapplied> event, MeterRegistry metrics) {
        this.erased = erased;
        this.rows = rows;
        this.event = event;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        begin();
    }

    void again(@Observes DatabaseWentBack wentBack) {
        begin();
    }

    private void begin() {
        due.incrementAndGet();
        Thread.ofPlatform().daemon().name("reapply-erasures").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) {
        ended.countDown();
    }

    /** Done from the beginning, for every time that it was due before. */
    private synchronized void run() {
        while (ended.getCount() > 0 && due.get() > 0) {
            try {
                if (erased.upToDate(PATIENCE)) {
                    int times = due.get();
                    reapply();
                    due.addAndGet(-times);
                    begun.countDown();
                }
            } catch (RuntimeException e) {
                LOG.warnf("Erasures could not be applied to this database yet: %s", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean _ = ended.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended.countDown();
        }
    }

    /** Erases whoever was erased before and has rows here, the same way as then; how many people that were. */
    public int reapply() {
        Set<String> cameBack = rows.pseudonyms(erased::contains);
        long removed = 0;
        for (String pseudonym : cameBack) {
            removed += rows.erase(pseudonym).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        event.fire(new ErasuresReapplied(erased.everyone(), cameBack));
        if (!cameBack.isEmpty()) {
            Counter.builder("aisle.erasures.reapplied")
                    .description("Erased people who had come back by a restore and were removed again")
                    .register(metrics)
                    .increment((double) cameBack.size());
            LOG.warnf("%d erased people had come back with %d rows and are removed again", cameBack.size(), removed);
        }
        return cameBack.size();
    }

    /** The database went back or the service begins, and what it lost isn't applied yet. */
    public static final class NotDone extends NotNow {
        public NotDone() {
            super("What the database lost is being taken over from the log; send the same again.");
        }
    }

    /**
     * Returns when this database has what the log says beyond it: at once, or when the service has begun. Whoever writes after that writes on top of it.
     *
     * @throws NotDone when the database went back and hasn't caught up
     */
    public void requireDone() {
        if (!isDone() && !awaitStart()) {
            throw new NotDone();
        }
    }

    private boolean awaitStart() {
        try {
            return begun.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && isDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether that has been done once since the start. */
    boolean isBegun() {
        return begun.getCount() == 0;
    }

    /** Whether that has been done since the start, and since the database last went back. */
    boolean isDone() {
        return due.get() == 0;
    }
}
