package dev.aisle.local.bench.ingest;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Many connections that send for a while. Without a rate each sends as soon as it has its answer; with one, requests have their
 * time, and a late start counts as waiting (no coordinated omission).
 *
 * @param connections   how many at once
 * @param duration      for how long
 * @param requestsPerSecond of all connections together; 0: as fast as they can
 */
record Load(int connections, Duration duration, double requestsPerSecond) {
    /**
     * What came of it.
     *
     * @param accepted requests that were answered by 200
     * @param refused  requests that were told to come again later (429, 503)
     * @param failed   every other answer or broken connection
     * @param micros   time to the answer of each accepted request, in microseconds
     */
    record Outcome(long accepted, long refused, long failed, double seconds, Histogram micros) {
        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    private static final class Tally {
        private final Histogram micros = new Histogram(3);
        private long accepted;
        private long refused;
        private long failed;

        void count(int status, long nanos) {
            if (status == 200) {
                accepted++;
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
            } else if (status == 429 || status == 503) {
                refused++;
            } else {
                failed++;
            }
        }
    }

    /** Sends; each connection asks for its own requests by its number. */
    Outcome send(int port, IntFunction<Requests> requests) {
        var tallies = new ArrayList<Future<Tally>>();
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int number = 0; number < connections; number++) {
                var own = requests.apply(number);
                var first = start + offset(number);
                tallies.add(threads.submit(() -> connection(port, own, first)));
            }
        }
        return together(tallies, (System.nanoTime() - start) / 1e9);
    }

    private long offset(int number) {
        return requestsPerSecond == 0 ? 0 : (long) (number / requestsPerSecond * 1e9);
    }

    private Tally connection(int port, Requests requests, long first) throws IOException {
        var tally = new Tally();
        var interval = requestsPerSecond == 0 ? 0 : (long) (connections / requestsPerSecond * 1e9);
        var due = first;
        var end = first + duration.toNanos();
        var connection = new Connection(port);
        try {
            while (System.nanoTime() < end) {
                var begun = interval == 0 ? System.nanoTime() : await(due);
                try {
                    tally.count(connection.exchange(requests.next()), System.nanoTime() - begun);
                } catch (IOException e) {
                    tally.failed++;
                    connection.close();
                    connection = new Connection(port);
                }
                due += interval;
            }
            return tally;
        } finally {
            connection.close();
        }
    }

    /** Waits until the request's time; that time, also when it is past. */
    private static long await(long due) {
        var left = due - System.nanoTime();
        if (left > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(left);
        }
        return due;
    }

    private static Outcome together(Iterable<Future<Tally>> tallies, double seconds) {
        var sum = new Tally();
        for (var future : tallies) {
            try {
                var tally = future.get();
                sum.accepted += tally.accepted;
                sum.refused += tally.refused;
                sum.failed += tally.failed;
                sum.micros.add(tally.micros);
            } catch (ExecutionException e) {
                throw new CommandFailure("The door does not answer: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("Interrupted.", e);
            }
        }
        return new Outcome(sum.accepted, sum.refused, sum.failed, seconds, sum.micros);
    }
}
