package dev.aisle.recommender.serving.domain;

import java.time.Duration;

/** The moment by which an answer must be there. */
public final class Deadline {
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** So long from now. */
    public static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** What is left; zero when it has passed. */
    public long remainingNanos() {
        return Math.max(0, nanos - System.nanoTime());
    }

    /** Whether it has passed. */
    public boolean passed() {
        return remainingNanos() == 0;
    }

    /** The earlier of two. */
    public Deadline or(Deadline other) {
        return nanos - other.nanos <= 0 ? this : other;
    }

    /** A deadline before this one, so that something is left for what follows. */
    public Deadline before(Duration span) {
        return new Deadline(nanos - span.toNanos());
    }
}
