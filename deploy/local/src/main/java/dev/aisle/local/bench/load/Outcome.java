package dev.aisle.local.bench.load;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param accepted requests that were answered as they should be
 * @param refused  requests that were told to come again later (429, 503; RESOURCE_EXHAUSTED, UNAVAILABLE)
 * @param failures every other answer by its status; 0 is a broken connection
 * @param complaint what the first of them said; empty when there is none
 * @param seconds  that were counted
 * @param micros   time to the answer of each accepted request, in microseconds
 */
public record Outcome(
        long accepted, long refused, Map<Integer, Long> failures, String complaint, double seconds, Histogram micros) {
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** This one and another of the same load, as if they were one. */
    public Outcome plus(Outcome other) {
        var sum = new TreeMap<>(failures);
        other.failures.forEach((status, count) -> sum.merge(status, count, Long::sum));
        var both = micros.copy();
        both.add(other.micros);
        return new Outcome(
                accepted + other.accepted,
                refused + other.refused,
                sum,
                complaint.isEmpty() ? other.complaint : complaint,
                seconds + other.seconds,
                both);
    }

    /** A percentile, in milliseconds. */
    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** All of it in one line. */
    public String told(String what) {
        return String.format(
                Locale.ROOT,
                "%s: %,.0f/s, %,d answered, %,d refused, others by status %s%s (p50 %.2f, p90 %.2f, p95 %.2f, p99 %.2f, p99.9 %.2f ms)",
                what,
                accepted / seconds,
                accepted,
                refused,
                failures,
                complaint.isEmpty() ? "" : " that said " + complaint,
                millis(50),
                millis(90),
                millis(95),
                millis(99),
                millis(99.9));
    }
}
