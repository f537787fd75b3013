package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Progress;
import java.io.PrintStream;

/** Prints how far something has come, at most once a second, so that short work prints nothing. */
final class PrintedProgress implements Progress {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final String what;
    private final PrintStream err;
    private long printed = System.nanoTime();

    PrintedProgress(String what, PrintStream err) {
        this.what = what;
        this.err = err;
    }

    @Override
    public synchronized boolean goOn(int done, int total) {
        long now = System.nanoTime();
        if (now - printed >= PAUSE_NANOS) {
            printed = now;
            err.println(what + " " + 100L * done / Math.max(1, total) + " %");
        }
        return true;
    }
}
