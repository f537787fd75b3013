package dev.aisle.privacy.consent.enforcement;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Waits, for a while, until every door goes by a consent, so that the event that follows the answer isn't dropped for lack of it. Holds
 * no transaction and no platform thread.
 */
@Singleton
public class AwaitDoor {
    private static final String DOOR = "event-ingest-service";
    private static final long STEP_MILLIS = 3;

    private final ConsentView consents;
    private final EnforcementPoints points;
    private final EnforcementConfig config;

    AwaitDoor(ConsentView consents, EnforcementPoints points, EnforcementConfig config) {
        this.consents = consents;
        this.points = points;
        this.config = config;
    }

    /**
     * Whether every door is known to go by that version or a later one. At once where there is no door: one that starts reads all
     * consents first.
     */
    public boolean await(Pseudonym pseudonym, long version) {
        if (points.current() && !points.rollCall().has(DOOR, config.margin())) {
            return true;
        }
        long deadline = System.nanoTime() + config.patience().toNanos();
        try {
            return awaitRead(pseudonym, version, deadline)
                    && points.upToDate(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))
                    && awaitDoors(consents.readUpTo(), deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The topic has the consent when this process has read it there, whichever process has sent it. */
    private boolean awaitRead(Pseudonym pseudonym, long version, long deadline) throws InterruptedException {
        while (consents.ifCurrent(pseudonym.value()).map(Consent::version).orElse(-1L) < version) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
        return true;
    }

    private boolean awaitDoors(Map<Integer, Long> offsets, long deadline) throws InterruptedException {
        while (true) {
            long news = points.news();
            if (points.rollCall().behind(offsets, DOOR, config.margin()).isEmpty()) {
                return true;
            }
            if (System.nanoTime() >= deadline) {
                return false;
            }
            points.awaitNews(news, deadline);
        }
    }
}
