package dev.aisle.local.chaos;

import java.util.concurrent.atomic.AtomicInteger;

/** How often the place must still be passed until the process ends. Woven into that place; one a process. */
public final class CrashCountdown {
    /** Tells a crash at the named place from any other end of the process. */
    public static final int EXIT_CODE = 86;

    private static final AtomicInteger REMAINING = new AtomicInteger(Integer.MAX_VALUE);

    private CrashCountdown() {}

    static void start(int hits) {
        REMAINING.set(hits);
    }

    /** Called by the woven code. */
    public static void hit() {
        if (REMAINING.decrementAndGet() == 0) {
            // No shutdown hook runs, nothing is flushed or closed.
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
