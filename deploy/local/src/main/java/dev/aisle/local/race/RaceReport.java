package dev.aisle.local.race;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * How a race went.
 *
 * @param uses asked for and answered
 * @param afterWithdrawal those of them that began while an acknowledged withdrawal held
 * @param violations those of them that used the person's data
 * @param allowed how often each kind was allowed, while it might be
 * @param atOnce withdrawals that were answered with 200
 * @param later those that were answered with 202 and followed
 * @param alone from DELETE to 200 while nobody asks for anything else
 * @param besideUses from DELETE to 200 while everybody asks, before the first kill
 */
public record RaceReport(
        RaceTrial trial,
        long uses,
        long afterWithdrawal,
        long violations,
        Map<Kind, Long> allowed,
        long atOnce,
        long later,
        Latency alone,
        Latency besideUses,
        int kills,
        double seconds,
        List<String> remarks) {
    public RaceReport {
        allowed = Map.copyOf(allowed);
        remarks = List.copyOf(remarks);
    }

    /** Of so many withdrawals that were answered with 200. */
    record Latency(long p50Millis, long p99Millis, long count) {
        static Latency of(Histogram millis) {
            return new Latency(
                    millis.getValueAtPercentile(50), millis.getValueAtPercentile(99), millis.getTotalCount());
        }

        @Override
        public String toString() {
            return "p50 " + p50Millis + " ms, p99 " + p99Millis + " ms, of " + count;
        }
    }

    /** One line a figure. */
    public String spoken() {
        String kinds = allowed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> kind.getKey().name().toLowerCase(Locale.ROOT) + " " + kind.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                """
                FIGURE  seed: %d
                FIGURE  uses: %,d in %.0f s, %,d of them after an acknowledged withdrawal; services killed with kill -9: %d times
                FIGURE  allowed while granted: %s
                FIGURE  withdrawals: %,d answered with 200, %,d with 202
                FIGURE  from DELETE to 200 in a healthy suite, one at a time: %s
                FIGURE  from DELETE to 200 in a healthy suite, while everybody asks without a pause: %s
                FIGURE  uses that began after the acknowledged withdrawal: %d\
                """,
                trial.seed(),
                uses,
                seconds,
                afterWithdrawal,
                kills,
                kinds,
                atOnce,
                later,
                alone,
                besideUses,
                violations);
    }
}
