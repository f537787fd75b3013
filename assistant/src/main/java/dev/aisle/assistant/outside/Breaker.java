package dev.aisle.assistant.outside;

import java.time.Duration;
import java.time.Instant;

/** Leaves somebody alone for a while who failed some times in a row, then tries once. */
public final class Breaker {
    private final int failures;
    private final Duration rest;
    private int inARow;
    private Instant closedAgain = Instant.MIN;

    /**
     * @param failures in a row after which nothing is asked any more
     * @param rest for how long
     */
    public Breaker(int failures, Duration rest) {
        this.failures = failures;
        this.rest = rest;
    }

    /** Whether it may be asked now; of those who ask after the rest only the first one may. */
    public synchronized boolean lets(Instant now) {
        if (inARow < failures) {
            return true;
        }
        boolean rested = !now.isBefore(closedAgain);
        if (rested) {
            // Whoever comes while the trial runs waits for what becomes of it.
            closedAgain = now.plus(rest);
        }
        return rested;
    }

    /** It answered. */
    public synchronized void succeeded() {
        inARow = 0;
    }

    /** It did not. */
    public synchronized void failed(Instant now) {
        inARow++;
        if (inARow >= failures) {
            closedAgain = now.plus(rest);
        }
    }
}
