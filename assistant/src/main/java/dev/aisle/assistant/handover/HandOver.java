package dev.aisle.assistant.handover;

import java.time.Duration;
import java.util.UUID;

/**
 * A conversation on its way to a person.
 *
 * @param id the same over all attempts, so that nobody takes it twice
 * @param body JSON with the masked transcript
 * @param attempts how often it was tried before
 */
record HandOver(UUID id, String body, int attempts) {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 16;

    /** How long to wait after another failure: twice as long each time, an hour at most. */
    public Duration pause(Duration first) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
