package dev.aisle.algorithms.forecast.series;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** The coverages of prediction intervals in per cent, such as 80 and 95. */
public final class Levels {
    /** 80 and 95 per cent. */
    public static final Levels USUAL = of(80, 95);

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private static final double ACCURACY = 1e-12;

    private final double[] percent;

    private Levels(double[] percent) {
        this.percent = percent;
    }

    /**
     * Levels in the order given.
     *
     * @param percent each above 0 and below 100; none gives forecasts without intervals
     * @throws IllegalArgumentException when one isn't
     */
    public static Levels of(double... percent) {
        for (double level : percent) {
            if (!(level > 0 && level < 100)) {
                throw new IllegalArgumentException("levels: expected per cent between 0 and 100, got " + level);
            }
        }
        return new Levels(percent.clone());
    }

    /** How many. */
    public int count() {
        return percent.length;
    }

    /** Per cent, as given. */
    public double[] percent() {
        return percent.clone();
    }

    /** The probability below the upper bound of a level: (1 + level) / 2. */
    public double upperTail(int level) {
        return 0.5 + percent[level] / 200;
    }

    /** Half widths in standard deviations of a normal error. */
    public double[] normal() {
        return Arrays.stream(percent)
                .map(level -> NORMAL.inverseCumulativeProbability(0.5 + level / 200))
                .toArray();
    }

    /** Half widths in standard errors of Student's t with so many degrees of freedom, ≥ 1. */
    public double[] student(int degrees) {
        TDistribution t = new TDistribution(degrees, ACCURACY);
        return Arrays.stream(percent)
                .map(level -> t.inverseCumulativeProbability(0.5 + level / 200))
                .toArray();
    }
}
