package dev.aisle.local.chaos;

import java.time.Duration;

/**
 * What is tried.
 *
 * @param events at least so many are sent
 * @param eventsPerSecond how fast, all senders together
 * @param seed of every random choice
 * @param kills at least so many of each process by kill -9, besides the crash points
 * @param calm the mean time between two kills of a process once all of those have been
 */
public record Trial(int events, int eventsPerSecond, long seed, int kills, Duration calm) {
    private static final int EVENTS_OF_A_PERSON = 250;
    private static final int LEAST_PERSONS = 160;
    static final int LANES = 16;

    int persons() {
        return Math.max(LEAST_PERSONS, events / EVENTS_OF_A_PERSON);
    }
}
