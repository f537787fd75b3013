package dev.aisle.algorithms.customers.rhythm;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * The periodogram of values at any times, evenly spaced or not, with a floating mean.
 *
 * @see <a href="https://doi.org/10.1051/0004-6361:200811296">Zechmeister, Kürster 2009, eq. 5</a>
 * @see <a href="https://doi.org/10.1111/j.1365-2966.2008.12689.x">Baluev 2008, the false alarm probability</a>
 */
public final class LombScargle {
    private static final int OVERSAMPLING = 5;
    private static final int FEWEST = 8;
    private static final int MOST_FREQUENCIES = 200_000;
    private static final double SINGULAR = 1e-10;
    private static final double ROUNDING = 1e-24;

    private final double[] times;
    private final double[] values;
    private final double variance;

    /**
     * @param times at least eight, finite, not all equal
     * @param values as many, finite
     * @throws IllegalArgumentException when they aren't
     */
    public LombScargle(double[] times, double[] values) {
        if (times.length != values.length || times.length < FEWEST) {
            throw new IllegalArgumentException("times, values: expected lists of one length, at least " + FEWEST);
        }
        this.times = centred(times);
        this.values = centred(values);
        // Equal values seem to vary by rounding.
        this.variance = meanSquare(this.values) > ROUNDING * meanSquare(values) ? meanSquare(this.values) : 0;
        if (!Double.isFinite(meanSquare(values))
                || !(meanSquare(this.times) > 0)
                || !Double.isFinite(meanSquare(this.times))) {
            throw new IllegalArgumentException("times, values: expected finite numbers and more than one moment");
        }
    }

    /**
     * The strongest period in a range.
     *
     * @param shortest &gt; 0; below twice the usual spacing of the times nothing real can be seen
     * @param longest ≥ shortest; above the whole span it is a trend, not a period
     * @throws IllegalArgumentException when the range is none, or would take more than 200,000 frequencies
     */
    public Period strongest(double shortest, double longest) {
        double span = Arrays.stream(times).max().orElseThrow()
                - Arrays.stream(times).min().orElseThrow();
        double steps = Math.ceil((1 / shortest - 1 / longest) * OVERSAMPLING * span);
        if (!(shortest > 0 && shortest <= longest) || !(steps < MOST_FREQUENCIES)) {
            throw new IllegalArgumentException("periods: expected 0 < shortest ≤ longest and fewer frequencies, was "
                    + shortest + " to " + longest);
        }
        double step = steps == 0 ? 0 : (1 / shortest - 1 / longest) / steps;
        double best = 1 / longest;
        double strength = power(best);
        for (int n = 1; n <= steps; n++) {
            double power = power(1 / longest + n * step);
            if (power > strength) {
                strength = power;
                best = 1 / longest + n * step;
            }
        }
        return new Period(1 / best, strength, falseAlarm(strength, 1 / shortest));
    }

    /** The share of the variance that a sine of this frequency explains, 0 to 1; 0 when the values are all the same. */
    double power(double frequency) {
        double c = 0;
        double s = 0;
        double yc = 0;
        double ys = 0;
        double cc = 0;
        double cs = 0;
        int n = times.length;
        for (int i = 0; i < n; i++) {
            double phase = 2 * Math.PI * frequency * times[i];
            double cos = Math.cos(phase);
            double sin = Math.sin(phase);
            c += cos;
            s += sin;
            yc += values[i] * cos;
            ys += values[i] * sin;
            cc += cos * cos;
            cs += cos * sin;
        }
        double ss = (n - cc - s * s / n) / n;
        cc = (cc - c * c / n) / n;
        cs = (cs - c * s / n) / n;
        yc /= n;
        ys /= n;
        double determinant = cc * ss - cs * cs;
        if (determinant < SINGULAR || variance == 0) {
            return 0;
        }
        double power = (ss * yc * yc + cc * ys * ys - 2 * cs * yc * ys) / (variance * determinant);
        return Math.clamp(power, 0, 1);
    }

    /** Baluev's bound, for the powers normalised by the variance (his z₁). */
    private double falseAlarm(double power, double highest) {
        int n = times.length;
        int free = n - 3;
        double single = Math.pow(1 - power, free / 2.0);
        double gamma =
                Math.sqrt(2.0 / (n - 1)) * Math.exp(Gamma.logGamma((n - 1) / 2.0) - Gamma.logGamma((n - 2) / 2.0));
        double width = highest * Math.sqrt(4 * Math.PI * meanSquare(times));
        double tau = gamma * width * Math.pow(1 - power, (free - 1) / 2.0) * Math.sqrt(0.5 * (n - 1) * power);
        // 1 − (1 − single)·e^−τ, without losing a small one
        return Math.clamp(-Math.expm1(-tau) + single * Math.exp(-tau), 0, 1);
    }

    private static double[] centred(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        return Arrays.stream(numbers).map(number -> number - mean).toArray();
    }

    private static double meanSquare(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum / numbers.length;
    }
}
