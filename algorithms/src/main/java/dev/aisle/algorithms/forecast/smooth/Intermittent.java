package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;

/**
 * Forecasts of demand that is mostly zero: the size of a demand and the time between two are smoothed apart. The forecast is one
 * number per step.
 *
 * @see <a href="https://doi.org/10.1016/j.ijforecast.2004.10.001">Syntetos, Boylan 2005</a>
 * @see <a href="https://doi.org/10.1016/j.ejor.2011.05.018">Teunter, Syntetos, Babai 2011</a>
 */
public final class Intermittent {
    /** R's choice. */
    public static final double USUAL_ALPHA = 0.1;

    private Intermittent() {}

    /** What is done with size and interval. */
    public enum Method {
        /** Size over interval. */
        CROSTON,
        /** Croston times 1 − α/2, which takes its bias off (Syntetos, Boylan). */
        SBA,
        /** Croston times 1 − α/(2 − α) (Shale, Boylan, Johnston). */
        SBJ
    }

    /**
     * Croston's forecast and its corrections.
     *
     * @param series all ≥ 0
     * @param alpha of size and interval, above 0, at most 1
     * @param h steps, ≥ 1
     */
    public static Forecast croston(Method method, Series series, double alpha, int h, Levels levels) {
        check(series, "alpha", alpha);
        double factor = switch (method) {
            case CROSTON -> 1;
            case SBA -> 1 - alpha / 2;
            case SBJ -> 1 - alpha / (2 - alpha);
        };
        double size = 0;
        double interval = 0;
        int since = 0;
        double[] ahead = new double[series.length() + 1];
        for (int t = 0; t < series.length(); t++) {
            double y = series.get(t);
            since++;
            if (y > 0) {
                size = interval == 0 ? y : size + alpha * (y - size);
                interval = interval == 0 ? since : interval + alpha * (since - interval);
                since = 0;
            }
            ahead[t + 1] = interval == 0 ? 0 : factor * size / interval;
        }
        return flat(method.name(), series, ahead, h, levels);
    }

    /**
     * Teunter, Syntetos and Babai: the chance of a demand is smoothed every step, so that a product nobody wants any more goes to 0.
     *
     * @param series all ≥ 0
     * @param alpha of the size, above 0, at most 1
     * @param beta of the chance, above 0, at most 1
     */
    public static Forecast tsb(Series series, double alpha, double beta, int h, Levels levels) {
        check(series, "alpha", alpha);
        check(series, "beta", beta);
        double size = 0;
        double chance = 0;
        boolean wanted = false;
        double[] ahead = new double[series.length() + 1];
        for (int t = 0; t < series.length(); t++) {
            double y = series.get(t);
            if (!wanted && y > 0) {
                wanted = true;
                size = y;
                chance = 1.0 / (t + 1);
            } else if (wanted) {
                chance += beta * ((y > 0 ? 1 : 0) - chance);
                size += y > 0 ? alpha * (y - size) : 0;
            }
            ahead[t + 1] = chance * size;
        }
        return flat("TSB", series, ahead, h, levels);
    }

    /** Intervals from the one-step errors of the past since the first demand, alike for every step. */
    private static Forecast flat(String name, Series series, double[] ahead, int h, Levels levels) {
        double[] mean = new double[Forecast.horizon(h)];
        Arrays.fill(mean, ahead[series.length()]);
        double squares = 0;
        int count = 0;
        for (int t = 0; t < series.length(); t++) {
            if (ahead[t] > 0) {
                squares += (series.get(t) - ahead[t]) * (series.get(t) - ahead[t]);
                count++;
            }
        }
        if (count == 0) {
            return Forecast.withoutIntervals(name, mean, "no demand before the last value: no error to learn from");
        }
        double[] deviation = new double[h];
        Arrays.fill(deviation, Math.sqrt(squares / count));
        return Forecast.normal(name, mean, deviation, levels);
    }

    private static void check(Series series, String field, double share) {
        if (series.least() < 0) {
            throw new IllegalArgumentException("y: demand can't be below 0");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(field + ": expected above 0 and at most 1, got " + share);
        }
    }
}
