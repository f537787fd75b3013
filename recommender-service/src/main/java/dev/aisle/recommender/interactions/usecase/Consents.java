package dev.aisle.recommender.interactions.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks for consent at the moment of writing. */
@Singleton
public class Consents {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long STEP_MILLIS = 20;

    private final ConsentView consents;
    private final ErasedSubjects erased;

    Consents(ConsentView consents, ErasedSubjects erased) {
        this.consents = consents;
        this.erased = erased;
    }

    /**
     * Waits until the views know at least the consents under which the door let events in: the events may have overtaken
     * them. After a few seconds the view's word counts.
     *
     * @param versions of each person
     * @throws IllegalStateException when nothing is known of anybody yet; the events must be tried again, not dropped
     */
    public void await(Map<String, Long> versions) {
        if (!consents.current() || !erased.current()) {
            throw new IllegalStateException("The consents aren't known yet");
        }
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (Map.Entry<String, Long> person : versions.entrySet()) {
            while (consents.of(person.getKey()).version() < person.getValue()
                    && !erased.contains(person.getKey())
                    && System.nanoTime() < deadline) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for consents", e);
        }
    }

    /** Whether the person allows this now. */
    public boolean allows(String pseudonym, Purpose purpose) {
        return !erased.contains(pseudonym) && consents.allows(pseudonym, purpose);
    }
}
