package dev.aisle.profile.analysis.domain.disclosure;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times, in classes that grow by 5 %: quantiles are right within 2.5 %, histograms add up, and none says how long one person took.
 *
 * @see <a href="https://arxiv.org/abs/1908.10693">DDSketch</a>, whose classes these are
 */
public final class DurationHistogram {
    private static final double GROWTH = 1.05;
    private static final double LOG_GROWTH = Math.log(GROWTH);

    private final TreeMap<Integer, Long> classes = new TreeMap<>();
    private long count;

    /** Counts a time, 0 or longer; below a second it counts as one. */
    public void add(Duration time) {
        double seconds = Math.max(1, time.toMillis() / 1_000.0);
        classes.merge((int) Math.ceil(Math.log(seconds) / LOG_GROWTH - 1e-9), 1L, Long::sum);
        count++;
    }

    /** Counts the times of another one too. */
    public void add(DurationHistogram other) {
        other.classes.forEach((index, times) -> classes.merge(index, times, Long::sum));
        count += other.count;
    }

    public long count() {
        return count;
    }

    /**
     * A quantile in seconds: the middle of the class in which the ⌈q·n⌉-th time lies; NaN when there are none.
     *
     * @param q more than 0, at most 1
     */
    public double quantile(double q) {
        long rank = (long) Math.ceil(q * count);
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : classes.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return 2 * Math.pow(GROWTH, entry.getKey()) / (GROWTH + 1);
            }
        }
        return Double.NaN;
    }
}
