package dev.aisle.local.bench.load;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import dev.aisle.local.shell.CommandFailure;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * gRPC calls that begin when they are due, whether or not earlier ones are answered, each timed from when it was due. The first two seconds aren't
 * counted.
 *
 * @param perSecond how many a second; 0: a new one for each that is answered
 * @param mostOpen  how many are open at once at most; beyond it calls begin late, and the delay counts as theirs
 */
public record OpenLoop(double perSecond, Duration duration, int mostOpen) {
    private static final Duration SETTLING = Duration.ofSeconds(2);

    /** Sends; what came of it once all are answered. */
    public Outcome send(Supplier<? extends ListenableFuture<?>> call) {
        var tally = new Tally();
        var open = new Semaphore(mostOpen);
        long begin = System.nanoTime();
        long counted = begin + SETTLING.toNanos();
        long end = counted + duration.toNanos();
        long interval = perSecond == 0 ? 0 : (long) (1e9 / perSecond);
        for (long due = begin; due < end; due = interval == 0 ? System.nanoTime() : due + interval) {
            awaitMoment(due);
            open.acquireUninterruptibly();
            long since = interval == 0 ? System.nanoTime() : due;
            Futures.addCallback(
                    call.get(), new Answer(tally, open, since, since >= counted), MoreExecutors.directExecutor());
        }
        awaitAll(open);
        return tally.outcome(duration.toNanos() / 1e9);
    }

    private static void awaitMoment(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void awaitAll(Semaphore open) {
        try {
            if (!open.tryAcquire(mostOpen, 1, TimeUnit.MINUTES)) {
                throw new CommandFailure("Some calls were not answered within a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    /** Counts an answer when it comes. */
    private record Answer(Tally tally, Semaphore open, long since, boolean counts) implements FutureCallback<Object> {
        @Override
        public void onSuccess(Object answer) {
            if (counts) {
                tally.answered(System.nanoTime() - since);
            }
            open.release();
        }

        @Override
        public void onFailure(Throwable failure) {
            if (counts) {
                tally.failed(Status.fromThrowable(failure));
            }
            open.release();
        }
    }

    /** For several threads. */
    private static final class Tally {
        private final Histogram micros = new Histogram(3);
        private final Map<Integer, Long> failures = new TreeMap<>();
        private String complaint = "";
        private long refused;

        synchronized void answered(long nanos) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        }

        synchronized void failed(Status status) {
            switch (status.getCode()) {
                case RESOURCE_EXHAUSTED, UNAVAILABLE -> refused++;
                default -> {
                    failures.merge(status.getCode().value(), 1L, Long::sum);
                    complaint = complaint.isEmpty() ? status.toString() : complaint;
                }
            }
        }

        synchronized Outcome outcome(double seconds) {
            return new Outcome(micros.getTotalCount(), refused, failures, complaint, seconds, micros);
        }
    }
}
