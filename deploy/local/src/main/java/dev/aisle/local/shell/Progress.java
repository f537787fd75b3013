package dev.aisle.local.shell;

import java.io.PrintStream;
import java.util.Locale;

/** Lines with the time since the start of the command, so that a long step never looks like a hang. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** A line with the elapsed time in front. */
    public synchronized void step(String text) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), text);
        out.flush();
    }

    /** A line as it is. */
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    /** A line that the next one overwrites; only for a terminal. */
    public synchronized void overwrite(String text) {
        out.print("\r\033[K" + text);
        out.flush();
    }

    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
