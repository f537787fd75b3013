package dev.aisle.local.bench.profile;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Storefront;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/** Reads profiles at a fixed rate, whether or not the service keeps up; each is timed from when it was due. */
final class Reads {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final ApiClient api;
    private final int people;

    Reads(ApiClient api, int people) {
        this.api = api;
        this.people = people;
    }

    /** So many a second for some time, in words. */
    String run(int rate, Duration duration) {
        var micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        var found = new AtomicLong();
        var random = new SplittableRandom(7);
        var total = rate * duration.toSeconds();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < total; number++) {
                var due = begin + number * TimeUnit.SECONDS.toNanos(1) / rate;
                var pseudonym = MadeEvents.pseudonym(random.nextInt(people));
                sleepUntil(due);
                threads.execute(() -> {
                    var reply = api.send(Storefront.profile(pseudonym));
                    found.addAndGet(reply.ok() ? 1 : 0);
                    micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
                });
            }
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,d reads at %,.0f/s, %,d of them a profile: p50 %.2f, p99 %.2f, p99.9 %.2f ms",
                total,
                total / seconds,
                found.get(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3);
    }

    private static void sleepUntil(long due) {
        var nanos = due - System.nanoTime();
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }
}
