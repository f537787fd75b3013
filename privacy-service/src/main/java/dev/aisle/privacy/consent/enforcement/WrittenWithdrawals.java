package dev.aisle.privacy.consent.enforcement;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Wakes who waits for a message to be with the broker. Another process may have sent it, so one looks from time to time as well. */
@Singleton
class WrittenWithdrawals {
    private static final long LONGEST_MILLIS = 50;
    private static final long FIRST_MILLIS = 5;
    private long batches;

    synchronized void more() {
        batches++;
        notifyAll();
    }

    /** Waits a little, longer with each look. */
    synchronized void awaitMore(int looks, long deadlineNanos) throws InterruptedException {
        long known = batches;
        long patience = TimeUnit.MILLISECONDS.toNanos(Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(looks, 4)));
        long now = System.nanoTime();
        long until = now + Math.min(deadlineNanos - now, patience);
        while (known == batches && System.nanoTime() < until) {
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }
}
