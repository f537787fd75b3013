package dev.aisle.local.shell;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** Progress of many equal things: count, rate, time left. Overwrites its line on a terminal, else speaks every few seconds. */
public final class Meter {
    private static final double TERMINAL_SECONDS = 0.2;
    private static final double PLAIN_SECONDS = 5;
    private final Progress progress;
    private final String what;
    private final long total;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long count;
    private double lastShown;

    public Meter(Progress progress, String what, long total) {
        this.progress = progress;
        this.what = what;
        this.total = total;
        this.terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    public synchronized void add(long more) {
        count += more;
        var now = seconds();
        if (now - lastShown < (terminal ? TERMINAL_SECONDS : PLAIN_SECONDS)) {
            return;
        }
        lastShown = now;
        var left = count == 0 ? 0 : (total - count) * now / count;
        var line = String.format(
                Locale.ROOT, "%,d of %,d %s, %,.0f/s, %.0f s left", count, total, what, count / now, left);
        if (terminal) {
            progress.overwrite("          " + line);
        } else {
            progress.step(line);
        }
    }

    /** The last line: how many in which time. */
    public synchronized void done() {
        if (terminal) {
            progress.overwrite("");
        }
        var now = seconds();
        progress.step(String.format(Locale.ROOT, "%,d %s in %.1f s (%,.0f/s)", count, what, now, count / now));
    }

    public double seconds() {
        return Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    }
}
