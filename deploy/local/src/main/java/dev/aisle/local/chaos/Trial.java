package dev.aisle.local.chaos;

import java.time.Duration;
import java.util.Set;

/**
 * What is tried.
 *
 * @param events at least so many are sent
 * @param eventsPerSecond how fast, all senders together
 * @param seed of every random choice
 * @param kills at least so many of each process by kill -9, besides the crash points
 * @param points where a process is crashed besides, once each
 * @param calm the mean time between two kills of a process once all of those have been
 */
public record Trial(int events, int eventsPerSecond, long seed, int kills, Set<CrashPoint> points, Duration calm) {
    private static final int EVENTS_OF_A_PERSON = 250;
    private static final int LEAST_PERSONS = 160;
    private static final int LEAST_OF_A_PERSON_IN_A_BATCH = 20;
    private static final int EVENTS_PER_SECOND_OF_ONE = 50;
    static final int LANES = 16;

    public Trial {
        points = Set.copyOf(points);
    }

    /** Larger batches for the faster load, so that the senders keep up between two outages. */
    int mostOfAPersonInABatch() {
        return Math.max(LEAST_OF_A_PERSON_IN_A_BATCH, eventsPerSecond / EVENTS_PER_SECOND_OF_ONE);
    }

    /** How many people the events are of. */
    public int persons() {
        return Math.max(LEAST_PERSONS, events / EVENTS_OF_A_PERSON);
    }
}
