package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.series.Autocorrelation;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which seasons a series has, by the peaks of its autocorrelation after a straight line is taken off. A peak counts when it
 * is significant against all shorter lags (Bartlett's standard error {@code √((1 + 2Σ_{j<k} r_j²)/n)}, α = 5 % over all lags that
 * are looked at), so that a random walk's slow waves are none.
 */
public final class PeriodFinder {
    private static final int LEAST_CYCLES = 3;
    /** Longer seasons, such as the hours of a quarter, are not looked for. */
    private static final int LONGEST = 2000;

    private static final double FALSE_ALARMS = 5;
    /** A multiple of a period is as strong as it, but for chance; the shortest of the nearly strongest is the period. */
    private static final double NEARLY = 0.75;

    private PeriodFinder() {}

    /**
     * One season.
     *
     * @param length values in it, ≥ 2
     * @param strength autocorrelation at that lag, 0 to 1
     */
    public record Period(int length, double strength) {}

    /**
     * The season to model, such as 7 for days with a weekly rhythm: the shortest of the nearly strongest.
     *
     * @param y finite values
     * @return its length; 1 when there is none, or not three cycles of one
     */
    public static int best(double[] y) {
        List<Period> found = of(y);
        double strongest = found.stream().mapToDouble(Period::strength).max().orElse(0);
        return found.stream()
                .filter(period -> period.strength() >= NEARLY * strongest)
                .mapToInt(Period::length)
                .min()
                .orElse(1);
    }

    /** All significant peaks, strongest first. */
    public static List<Period> of(double[] y) {
        int most = Math.min(LONGEST, y.length / LEAST_CYCLES);
        List<Period> found = new ArrayList<>();
        if (most < 2) {
            return found;
        }
        double[] r = Autocorrelation.of(detrended(y), most + 1);
        double width = Levels.of(100 - FALSE_ALARMS / most).normal()[0];
        double squares = 0;
        for (int lag = 1; lag <= most; lag++) {
            boolean peak = lag > 1 && r[lag] > r[lag - 1] && r[lag] >= r[lag + 1];
            if (peak && r[lag] > width * Math.sqrt((1 + 2 * squares) / y.length)) {
                found.add(new Period(lag, r[lag]));
            }
            squares += r[lag] * r[lag];
        }
        found.sort(Comparator.comparingDouble(Period::strength).reversed());
        return found;
    }

    private static double[] detrended(double[] y) {
        Line line = Line.through(y, y.length);
        double[] rest = new double[y.length];
        Arrays.setAll(rest, t -> y[t] - line.at(t + 1));
        // What a line leaves of a line is rounding, which has no season.
        double largest = Arrays.stream(y).map(Math::abs).max().orElse(0);
        boolean rounding = Arrays.stream(rest).allMatch(v -> Math.abs(v) <= 1e-9 * largest);
        return rounding ? new double[y.length] : rest;
    }
}
