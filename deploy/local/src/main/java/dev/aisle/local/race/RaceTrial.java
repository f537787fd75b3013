package dev.aisle.local.race;

import java.time.Duration;

/**
 * What is tried.
 *
 * @param uses at least so many are asked for
 * @param people who grant and withdraw at the same time
 * @param seed of every random choice
 * @param calmShare of the uses before the first service is killed: the figures of a healthy suite come from there
 * @param calm the mean time between two kills
 * @param injected whether somebody writes a grant that nobody gave: the trial must find it
 */
public record RaceTrial(long uses, int people, long seed, double calmShare, Duration calm, boolean injected) {
    /** The short form, some minutes. */
    public static RaceTrial brief(long seed) {
        return new RaceTrial(30_000, 12, seed, 0.3, Duration.ofSeconds(5), false);
    }

    /** A few people for a moment, one of whom is wronged. */
    public static RaceTrial wronged(long seed) {
        return new RaceTrial(10_000, 3, seed, 1, Duration.ofSeconds(60), true);
    }
}
