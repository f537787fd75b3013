package dev.aisle.local.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * How long something may take on this machine: multiples of what it took while nothing was wrong, and never less than what a page and a shop wait for.
 *
 * @param answer each answer to a page, from when on it counts as none
 * @param recovery until everything works again after a fault
 */
record Limits(Duration answer, Duration recovery) {
    private static final Duration LEAST_ANSWER = Duration.ofSeconds(2);
    private static final Duration LEAST_RECOVERY = Duration.ofSeconds(60);
    private static final int ANSWERS = 5;
    private static final int RECOVERIES = 4;
    private static final int WAITS = 2;

    /** Of a machine on which nothing has been measured yet: patient. */
    static final Limits UNKNOWN = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(5));

    /**
     * From a calibration.
     *
     * @param slowestAnswer of those that were seen while nothing was wrong
     * @param restart from the end of all replicas of a service until everything worked again, without other load
     */
    static Limits of(Duration slowestAnswer, Duration restart) {
        return new Limits(
                longer(LEAST_ANSWER, slowestAnswer.multipliedBy(ANSWERS)),
                longer(LEAST_RECOVERY, restart.multipliedBy(RECOVERIES)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** How long a recovery is waited for, to say how long it took where it takes too long. */
    Duration waited() {
        return recovery.multipliedBy(WAITS);
    }

    /** {@code an answer within 2.0 s, a recovery within 60 s}. */
    String spoken() {
        return String.format(
                Locale.ROOT,
                "an answer within %.1f s, a recovery within %d s",
                answer.toMillis() / 1e3,
                recovery.toSeconds());
    }
}
