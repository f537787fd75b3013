package dev.aisle.bench.sessions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * So many questions a second, whether or not the answers keep up: each is timed from when it was due, so that a pause counts for everybody who
 * waited in it.
 *
 * @param rate a second
 * @param threads that answer
 */
record OpenLoop(int rate, int threads) {
    private static final double MICROS = TimeUnit.MICROSECONDS.toNanos(1);

    /** Nanoseconds of each answer, ascending. */
    @SuppressWarnings("ArrayRecordComponent") // of one trial
    record Latencies(long[] nanos) {
        double micros(double percent) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (percent / 100 * nanos.length))] / MICROS;
        }
    }

    Latencies run(int seconds, IntConsumer answer) {
        long[] nanos = new long[Math.multiplyExact(rate, seconds)];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        inThreads(() -> {
            for (int n = next.getAndIncrement(); n < nanos.length; n = next.getAndIncrement()) {
                long due = start + TimeUnit.SECONDS.toNanos(n) / rate;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                answer.accept(n);
                nanos[n] = System.nanoTime() - due;
            }
        });
        Arrays.sort(nanos);
        return new Latencies(nanos);
    }

    /** How many a second when each thread asks again at once. */
    double most(int seconds, IntConsumer answer) {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        inThreads(() -> {
            while (System.nanoTime() < end) {
                answer.accept(next.getAndIncrement());
            }
        });
        return next.get() / ((System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private void inThreads(Runnable work) {
        List<Thread> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(Thread.ofPlatform().start(work));
        }
        try {
            for (Thread thread : running) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while answers were timed", e);
        }
    }
}
