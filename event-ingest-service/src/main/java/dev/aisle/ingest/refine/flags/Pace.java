package dev.aisle.ingest.refine.flags;

import java.time.Instant;

/**
 * How fast a person's events follow each other, by the time at which they happened.
 *
 * @param minute the minute of the epoch in which the newest event happened
 * @param before how many there were in the minute before that
 * @param current how many there were in that minute
 * @param newestMillis when the newest happened, in milliseconds of the epoch
 * @param gapMillis the first gap of the run of equal gaps
 * @param run how many gaps in a row were nearly that one
 */
public record Pace(long minute, int before, int current, long newestMillis, int gapMillis, int run) {
    /** Of somebody who was never seen. */
    public static final Pace NONE = new Pace(0, 0, 0, 0, 0, 0);

    private static final long MINUTE_MILLIS = 60_000;
    /** Clients send several calls of one moment together: that is no rhythm. */
    private static final long SHORTEST_GAP_MILLIS = 50;

    private static final long LONGEST_GAP_MILLIS = 10 * MINUTE_MILLIS;
    private static final long LEAST_TOLERANCE_MILLIS = 20;
    private static final long TOLERATED_PART = 50;

    /** The pace with one more event. */
    public Pace with(Instant occurredAt) {
        long millis = occurredAt.toEpochMilli();
        long ahead = Math.floorDiv(millis, MINUTE_MILLIS) - minute;
        Pace counted = switch (Long.signum(ahead)) {
            case 0 -> of(minute, before, current + 1);
            case 1 -> of(minute + ahead, ahead == 1 ? current : 0, 1);
            default -> of(minute, ahead == -1 ? before + 1 : before, current);
        };
        return counted.after(millis);
    }

    /** How many events happened within the 60 seconds up to the newest; the minute before counts by the part that overlaps. */
    public int withinMinute() {
        double elapsed = Math.floorMod(newestMillis, MINUTE_MILLIS) / (double) MINUTE_MILLIS;
        return current + (int) (before * (1 - elapsed));
    }

    private Pace of(long newMinute, int newBefore, int newCurrent) {
        return new Pace(newMinute, newBefore, newCurrent, newestMillis, gapMillis, run);
    }

    private Pace after(long millis) {
        long gap = millis - newestMillis;
        long newest = Math.max(newestMillis, millis);
        if (gap < SHORTEST_GAP_MILLIS || gap > LONGEST_GAP_MILLIS) {
            return new Pace(minute, before, current, newest, 0, 0);
        }
        long tolerance = Math.max(LEAST_TOLERANCE_MILLIS, gapMillis / TOLERATED_PART);
        return run > 0 && Math.abs(gap - gapMillis) <= tolerance
                ? new Pace(minute, before, current, newest, gapMillis, run + 1)
                : new Pace(minute, before, current, newest, (int) gap, 1);
    }
}
