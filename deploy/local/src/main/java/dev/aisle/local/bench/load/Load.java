package dev.aisle.local.bench.load;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Many connections that send for a while. Without a rate each sends as soon as it has its answer; with one, requests have their
 * time, and a late start counts as waiting (no coordinated omission). The first seconds of such a load aren't counted: all
 * connections are opened in them, at once, which shops don't do.
 *
 * @param connections   how many at once
 * @param duration      for how long
 * @param requestsPerSecond of all connections together; 0: as fast as they can
 */
public record Load(int connections, Duration duration, double requestsPerSecond) {
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final class Tally {
        private final Histogram micros = new Histogram(3);
        private long accepted;
        private long refused;
        private final Map<Integer, Long> failures = new TreeMap<>();
        private String complaint = "";

        void count(int status, long nanos, Connection connection) {
            if (status == 200) {
                accepted++;
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
            } else if (status == 429 || status == 503) {
                refused++;
            } else {
                failures.merge(status, 1L, Long::sum);
                complaint = complaint.isEmpty() ? connection.said() : complaint;
            }
        }
    }

    /** Sends; each connection asks for its own requests by its number. */
    public Outcome send(int port, IntFunction<? extends Requests> requests) {
        var tallies = new ArrayList<Future<Tally>>();
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int number = 0; number < connections; number++) {
                var own = requests.apply(number);
                var first = start + offset(number);
                tallies.add(threads.submit(() -> connection(port, own, first)));
            }
        }
        return together(tallies, (System.nanoTime() - start - settling().toNanos()) / 1e9);
    }

    private Duration settling() {
        return requestsPerSecond == 0 ? Duration.ZERO : SETTLING;
    }

    private long offset(int number) {
        return requestsPerSecond == 0 ? 0 : (long) (number / requestsPerSecond * 1e9);
    }

    private Tally connection(int port, Requests requests, long first) throws IOException {
        var tally = new Tally();
        var interval = requestsPerSecond == 0 ? 0 : (long) (connections / requestsPerSecond * 1e9);
        var due = first;
        var counted = first + settling().toNanos();
        var end = counted + duration.toNanos();
        var connection = new Connection(port);
        try {
            while (System.nanoTime() < end) {
                var begun = interval == 0 ? System.nanoTime() : await(due);
                try {
                    var status = connection.exchange(requests.next());
                    if (begun >= counted) {
                        tally.count(status, System.nanoTime() - begun, connection);
                    }
                } catch (IOException e) {
                    tally.failures.merge(0, 1L, Long::sum);
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
                sum.complaint = sum.complaint.isEmpty() ? tally.complaint : sum.complaint;
                tally.failures.forEach((status, times) -> sum.failures.merge(status, times, Long::sum));
                sum.micros.add(tally.micros);
            } catch (ExecutionException e) {
                throw new CommandFailure("The service does not answer: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("Interrupted.", e);
            }
        }
        return new Outcome(sum.accepted, sum.refused, sum.failures, sum.complaint, seconds, sum.micros);
    }
}
