package dev.aisle.local.bench.ingest;

import dev.aisle.local.bench.load.Load;
import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.stack.Stack;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Offers the door three times what it can take, from more connections than it has memory for, and watches its memory. */
final class Overload {
    /** Their batches together are twice the bytes that the door lets in at once. */
    private static final int CONNECTIONS = 600;

    private static final double TIMES = 3;
    private static final int EVERY_SECONDS = 5;
    private final ProcessUse use;
    private final List<Double> megabytes = new CopyOnWriteArrayList<>();

    Overload(Stack stack) {
        this.use = new ProcessUse(stack);
    }

    /**
     * Runs it.
     *
     * @param requestsPerSecond what the door can take
     * @param send              sends that load
     * @return the figures in a line
     */
    String run(Duration duration, double requestsPerSecond, Function<Load, Outcome> send) {
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> watching = clock.scheduleAtFixedRate(
                    () -> megabytes.add(use.doorMegabytes()), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
            var outcome = send.apply(new Load(CONNECTIONS, duration, TIMES * requestsPerSecond));
            watching.cancel(false);
            return line(outcome);
        }
    }

    private String line(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%.0f times what it can take from %d connections for %.0f s: %,d requests answered by 200, %,d by 503, %,d failed;"
                        + " memory of the door after a minute %.0f MB, at the end %.0f MB, highest %.0f MB RSS",
                TIMES,
                CONNECTIONS,
                outcome.seconds(),
                outcome.accepted(),
                outcome.refused(),
                outcome.failed(),
                megabytes.get(Math.min(megabytes.size() - 1, 60 / EVERY_SECONDS)),
                megabytes.getLast(),
                Collections.max(megabytes));
    }
}
