package dev.aisle.algorithms.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * From values to places on a line, and the values worth a label.
 *
 * @param low value at the beginning
 * @param high value at the end, greater
 * @param logarithmic whether equal ratios are equally far apart; then low &gt; 0
 */
record Axis(double low, double high, boolean logarithmic) {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double SLACK = 1e-9;

    /** An axis of round ends around some values, with zero when they are close to it. */
    static Axis around(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (!(least <= most)) {
            return new Axis(0, 1, false);
        }
        double low = least > 0 && least < most / 2 ? 0 : least;
        double span = most > low ? most - low : Math.max(Math.abs(most), 1) / 2;
        double step = step(span, 4);
        double from = step * Math.floor(low / step + SLACK);
        double to = step * Math.ceil((most > low ? most : low + span) / step - SLACK);
        return new Axis(from, to, false);
    }

    /** A logarithmic axis around positive values, from one power of ten, or half of it, to another. */
    static Axis aroundRatios(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (!(least > 0) || most == 0) {
            return new Axis(0.1, 10, true);
        }
        double from = Math.pow(10, Math.floor(Math.log10(least) + SLACK));
        double to = Math.pow(10, Math.ceil(Math.log10(most) - SLACK));
        return new Axis(from, to > from ? to : from * 10, true);
    }

    /** Where a value stands between two places; values outside stand at the ends. */
    double at(double value, double from, double to) {
        DoubleUnaryOperator scale = logarithmic ? Math::log : DoubleUnaryOperator.identity();
        double start = scale.applyAsDouble(low);
        double share = (scale.applyAsDouble(value) - start) / (scale.applyAsDouble(high) - start);
        return from + Math.clamp(share, 0, 1) * (to - from);
    }

    /** Round values from low to high, about as many as asked for. */
    List<Double> ticks(int about) {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            int decades = (int) Math.round(Math.log10(high / low));
            int every = Math.max(1, (decades + about - 1) / about);
            for (int power = 0; power <= decades; power += every) {
                ticks.add(low * Math.pow(10, power));
            }
            return ticks;
        }
        double step = step(high - low, about);
        for (long n = Math.round(Math.ceil(low / step - SLACK)); n * step <= high + SLACK * step; n++) {
            ticks.add(n * step);
        }
        return ticks;
    }

    private static double step(double span, int about) {
        double raw = span / about;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double step : STEPS) {
            if (step * power >= raw * (1 - SLACK)) {
                return step * power;
            }
        }
        throw new IllegalStateException("ten times a power is the next power");
    }

    /** A value as short as its axis allows. */
    String label(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e6) {
            return trimmed(value / 1e6) + "M";
        }
        if (size >= 1e4) {
            return trimmed(value / 1e3) + "k";
        }
        return trimmed(value);
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
