package dev.aisle.bench.sessions;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.algorithms.sequence.VmisKnn;
import dev.aisle.bench.CpuTime;
import dev.aisle.bench.sessions.OpenLoop.Latencies;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/** One process: VMIS-kNN alone on two threads, from the last items of a visit to 21 others, as fast as it goes and at Serenade's rate. */
public final class SessionTrial {
    private static final int THREADS = 2;
    private static final int LIST = 21;
    private static final int WARM_UP_SECONDS = 5;

    private SessionTrial() {}

    /** {@code SOURCE RATE SECONDS}; the source as in {@link Visits#of}. */
    public static void main(String[] arguments) {
        Visits visits = Visits.of(arguments[0]);
        int rate = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        CpuTime time = new CpuTime();
        SessionNeighbours model = VmisKnn.withDefaults().fit(visits.train(), Progress.NONE);
        double fitted = time.seconds();
        LongAdder answered = new LongAdder();
        IntConsumer answer = n -> answered.add(
                model.sparseScores(visits.questions().get(n % visits.questions().size()))
                        .best(LIST, item -> true)
                        .size());
        OpenLoop loop = new OpenLoop(rate, THREADS);
        loop.most(WARM_UP_SECONDS, answer);
        double most = loop.most(seconds, answer);
        Latencies latencies = loop.run(seconds, answer);
        System.gc();
        double kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        System.out.println(String.format(
                Locale.ROOT,
                "TRIAL clicks=%d visits=%d items=%d fit=%.2f kept=%.0f most=%.0f p50=%.1f p90=%.1f p99=%.1f p999=%.1f listed=%d",
                visits.train().steps(),
                visits.train().size(),
                visits.train().itemCount(),
                fitted,
                kept,
                most,
                latencies.micros(50),
                latencies.micros(90),
                latencies.micros(99),
                latencies.micros(99.9),
                answered.sum()));
    }
}
