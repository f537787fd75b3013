package dev.aisle.algorithms.forecast.series;

import java.util.Arrays;
import java.util.Optional;

/** Expected values of the next steps and their prediction intervals; every number is finite. Never changes. */
public final class Forecast {
    private final String method;
    private final double[] mean;
    private final Levels levels;
    private final double[][] lower;
    private final double[][] upper;
    private final String note;

    private Forecast(String method, double[] mean, Levels levels, double[][] lower, double[][] upper, String note) {
        this.method = method;
        this.mean = mean;
        this.levels = levels;
        this.lower = lower;
        this.upper = upper;
        this.note = note;
    }

    /** Checks a horizon. */
    public static int horizon(int h) {
        if (h < 1) {
            throw new IllegalArgumentException("h: expected a whole number ≥ 1, got " + h);
        }
        return h;
    }

    /**
     * A forecast whose errors are normal.
     *
     * @param mean per step, at least one
     * @param deviation standard deviation per step, ≥ 0, same length
     */
    public static Forecast normal(String method, double[] mean, double[] deviation, Levels levels) {
        return around(method, mean, deviation, levels, levels.normal());
    }

    /**
     * A forecast with intervals {@code mean ± width·deviation}.
     *
     * @param widths one per level
     */
    public static Forecast around(String method, double[] mean, double[] deviation, Levels levels, double[] widths) {
        double[][] lower = new double[mean.length][widths.length];
        double[][] upper = new double[mean.length][widths.length];
        for (int step = 0; step < mean.length; step++) {
            for (int level = 0; level < widths.length; level++) {
                lower[step][level] = mean[step] - widths[level] * deviation[step];
                upper[step][level] = mean[step] + widths[level] * deviation[step];
            }
        }
        return of(method, mean, levels, lower, upper);
    }

    /**
     * A forecast with intervals of any shape.
     *
     * @param lower per step and level
     * @param upper per step and level
     * @throws ArithmeticException when a number isn't finite: the method met a series that it can't describe
     */
    public static Forecast of(String method, double[] mean, Levels levels, double[][] lower, double[][] upper) {
        finite(method, mean);
        for (int step = 0; step < mean.length; step++) {
            finite(method, lower[step]);
            finite(method, upper[step]);
        }
        return new Forecast(method, mean.clone(), levels, copy(lower), copy(upper), "");
    }

    /** A forecast without intervals, since nothing is known about its errors. */
    public static Forecast withoutIntervals(String method, double[] mean, String why) {
        Levels none = Levels.of();
        return of(method, mean, none, new double[mean.length][0], new double[mean.length][0])
                .noted(why);
    }

    private static void finite(String method, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new ArithmeticException(method + ": the forecast of this series isn't finite");
            }
        }
    }

    /** The same with a remark that a reader should see. */
    public Forecast noted(String remark) {
        return new Forecast(method, mean, levels, lower, upper, note.isEmpty() ? remark : note + "; " + remark);
    }

    /** The same with nothing below a floor, as demand is never below zero. */
    public Forecast atLeast(double floor) {
        double[][] flooredLower =
                Arrays.stream(lower).map(row -> atLeast(row, floor)).toArray(double[][]::new);
        double[][] flooredUpper =
                Arrays.stream(upper).map(row -> atLeast(row, floor)).toArray(double[][]::new);
        return new Forecast(method, atLeast(mean, floor), levels, flooredLower, flooredUpper, note);
    }

    private static double[] atLeast(double[] values, double floor) {
        return Arrays.stream(values).map(value -> Math.max(floor, value)).toArray();
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** The method and, where it was chosen from a family, the member, such as {@code ETS(M,Ad,M)}. */
    public String method() {
        return method;
    }

    /** Steps ahead. */
    public int horizon() {
        return mean.length;
    }

    /** Expected values, next step first. */
    public double[] mean() {
        return mean.clone();
    }

    /** The coverages; none when nothing is known about the errors, and then {@link #note()} says why. */
    public Levels levels() {
        return levels;
    }

    /** Lower bounds per step and level. */
    public double[][] lower() {
        return copy(lower);
    }

    /** Upper bounds per step and level. */
    public double[][] upper() {
        return copy(upper);
    }

    /** What a reader should know, such as why a simpler model was taken. */
    public Optional<String> note() {
        return note.isEmpty() ? Optional.empty() : Optional.of(note);
    }
}
