package dev.aisle.algorithms.customers.rhythm;

import dev.aisle.algorithms.customers.Estimate;
import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * Whether a series grows or fades, unmoved by single wild values.
 *
 * @param slope change a step, the median over all pairs, with its interval
 * @param p the probability of as clear a trend when there is none (two-sided, normal approximation, corrected for ties)
 * @see <a href="https://doi.org/10.2307/1907187">Mann 1945</a>
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen 1968</a>
 */
public record Trend(Estimate slope, double p) {
    private static final int FEWEST = 4;
    private static final int MOST = 3_000;

    /**
     * The trend of evenly spaced values.
     *
     * @param series 4 to 3,000 finite values
     * @param level of the slope's interval
     * @throws IllegalArgumentException when they aren't
     */
    public static Trend of(double[] series, double level) {
        Estimate.checkLevel(level);
        int n = series.length;
        if (n < FEWEST || n > MOST || !Arrays.stream(series).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("series: expected " + FEWEST + " to " + MOST + " finite values");
        }
        double[] slopes = new double[n * (n - 1) / 2];
        long rising = 0;
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                rising += Double.compare(series[j] + 0.0, series[i] + 0.0);
                slopes[at++] = (series[j] - series[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        double deviation = Math.sqrt(variance(series));
        double z = deviation == 0 ? 0 : Math.max(0, Math.abs(rising) - 1) / deviation;
        return new Trend(slope(slopes, deviation, level), Math.min(1, Erf.erfc(z / Math.sqrt(2))));
    }

    private static Estimate slope(double[] sorted, double deviation, double level) {
        double width = Math.sqrt(2) * Erf.erfInv(level) * deviation;
        int last = sorted.length - 1;
        int low = (int) Math.clamp(Math.floor((sorted.length - width) / 2), 0, last);
        int high = (int) Math.clamp(Math.ceil((sorted.length + width) / 2), low, last);
        double median = (sorted[last / 2] + sorted[sorted.length / 2]) / 2;
        return new Estimate(median, sorted[low], sorted[high], level);
    }

    /** Of the number of rising pairs minus falling ones: {@code [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18} over groups of t equal values. */
    private static double variance(double[] series) {
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        double sum = term(series.length);
        for (int from = 0; from < sorted.length; ) {
            int until = from;
            while (until < sorted.length && sorted[until] == sorted[from]) {
                until++;
            }
            sum -= term(until - from);
            from = until;
        }
        return sum / 18;
    }

    private static double term(double n) {
        return n * (n - 1) * (2 * n + 5);
    }
}
