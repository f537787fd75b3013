package dev.aisle.algorithms.robust;

import java.util.Arrays;

/**
 * Where a sample lies and how wide it is, unmoved by up to half of its values.
 *
 * @param median the middle of the sample; of an even number of values the mean of the two middle ones
 * @param mad median absolute deviation from the median, not scaled; ≥ 0
 * @param meanDeviation mean absolute deviation from the median; ≥ 0
 */
public record RobustScale(double median, double mad, double meanDeviation) {
    /** Above this |score| Iglewicz and Hoaglin call a value a potential outlier. */
    public static final double OUTLYING = 3.5;

    /** Makes the MAD of a normal sample estimate 0.6745 of its standard deviation: Φ⁻¹(¾). */
    private static final double NORMAL_MAD = 0.6745;

    /** Makes the mean deviation of a normal sample estimate its standard deviation: √(π/2). */
    private static final double NORMAL_MEAN_DEVIATION = 1.253314;

    /**
     * The scale of a sample.
     *
     * @param sample at least one value, all finite; left as it is
     * @throws IllegalArgumentException when it is empty or holds a value that isn't finite
     */
    public static RobustScale of(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample: expected at least one value");
        }
        double[] values = sample.clone();
        Arrays.sort(values);
        // Sorted, -∞ comes first, +∞ and NaN last.
        if (!Double.isFinite(values[0]) || !Double.isFinite(values[values.length - 1])) {
            throw new IllegalArgumentException("sample: expected finite values");
        }
        double median = middle(values);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i] - median);
            sum += values[i];
        }
        Arrays.sort(values);
        return new RobustScale(median, middle(values), sum / values.length);
    }

    /**
     * The modified z-score: {@code 0.6745·(x − median) / MAD}. When more than half of the sample is one value the MAD is 0 and
     * {@code (x − median) / (1.253314·mean deviation)} stands in; when all of it is, nothing can be said and the score is 0.
     *
     * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">NIST/SEMATECH 1.3.5.17, after Iglewicz and
     *     Hoaglin, How to Detect and Handle Outliers, 1993</a>
     */
    public double score(double value) {
        if (mad > 0) {
            return NORMAL_MAD * (value - median) / mad;
        }
        return meanDeviation > 0 ? (value - median) / (NORMAL_MEAN_DEVIATION * meanDeviation) : 0;
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
    }
}
