package dev.aisle.platform.consent;

import dev.aisle.platform.kafka.Producers;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This process as one that enforces consent: tells privacy-service how far, a few milliseconds after each change and as a heartbeat.
 * What it tells is in force: no use that began under an older consent is under way.
 */
@Singleton
@Unremovable
public class EnforcementPoint {
    private static final Logger LOG = Logger.getLogger(EnforcementPoint.class);
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Changes that come this close together are told together. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long STEP_MILLIS = 2;
    private static final long FAREWELL_SECONDS = 2;

    private final UsesUnderway uses = new UsesUnderway();
    private final Membership membership;
    private final EnforcementReports reports;
    private Map<Integer, Long> known = Map.of();
    private Map<Integer, Long> inForce = Map.of();
    private @Nullable Settling settling;
    private boolean changed;
    private boolean started;
    private boolean ended;

    EnforcementPoint(
            Producers producers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated) {
        this.membership = new Membership(tolerated);
        this.reports = new EnforcementReports(producers, service, tolerated);
    }

    private record Settling(long divided, Map<Integer, Long> offsets) {}

    /** Begins a use; before consent is asked. */
    Use begin() {
        return uses.begin();
    }

    /** Whether what a view knows counts that was confirmed at that moment. */
    boolean holds(long confirmedNanos) {
        return membership.holds(confirmedNanos, System.nanoTime());
    }

    /** The view has all consents before these offsets. */
    synchronized void reads(Map<Integer, Long> nextOffsets) {
        known = nextOffsets;
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("enforcement-reports").start(this::run);
        }
        notifyAll();
    }

    private void run() {
        long sent = System.nanoTime() - HEARTBEAT_NANOS;
        try {
            Map<Integer, Long> due = awaitDue(sent);
            while (due != null) {
                sent = System.nanoTime();
                var _ = reports.send(due, false, membership::reported);
                due = awaitDue(sent);
            }
        } catch (InterruptedException e) {
            LOG.debug("The reports of this enforcement point end");
        }
    }

    /** What is to be told next, when it is time; {@code null} at the end. */
    private synchronized @Nullable Map<Integer, Long> awaitDue(long sent) throws InterruptedException {
        while (!ended) {
            settle();
            long silence = System.nanoTime() - sent;
            if (silence >= HEARTBEAT_NANOS || (changed && silence >= GATHER_NANOS)) {
                changed = false;
                return inForce;
            }
            boolean soon = changed || settling != null;
            wait(soon ? STEP_MILLIS : Math.max(1, TimeUnit.NANOSECONDS.toMillis(HEARTBEAT_NANOS - silence)));
        }
        return null;
    }

    private void settle() {
        if (settling == null && !known.equals(inForce)) {
            settling = new Settling(uses.divide(), known);
        }
        if (settling != null && uses.endedBefore(settling.divided())) {
            inForce = settling.offsets();
            settling = null;
            changed = true;
        }
    }

    /** Uses nothing any more, and says so, so that nobody waits for this process. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        membership.leave();
        synchronized (this) {
            ended = true;
            notifyAll();
            if (!started) {
                return;
            }
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAREWELL_SECONDS);
        while (!uses.none() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
        if (uses.none()) {
            sayFarewell();
        }
    }

    private void sayFarewell() throws InterruptedException {
        try {
            reports.send(Map.of(), true, (sentAt, ackedAt) -> {}).get(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.infof("Nobody was told that this enforcement point ends: %s", e.getMessage());
        }
    }
}
