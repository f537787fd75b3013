package dev.aisle.algorithms.forecast.series;

import java.util.OptionalDouble;

/**
 * The errors of a forecast against what came.
 *
 * @param me mean error, actual minus forecast
 * @param rmse root of the mean squared error
 * @param mae mean absolute error
 * @param smape mean of {@code 200·|x − f| / (|x| + |f|)} in per cent, 0 where both are 0; 0 to 200
 * @param mase mean absolute error over the mean absolute seasonal difference of the past; empty when that is 0 or there is none
 * @param mape mean of {@code 100·|x − f| / |x|}; empty when an actual value is 0
 * @see <a href="https://doi.org/10.1016/j.ijforecast.2006.03.001">Hyndman, Koehler 2006</a>
 */
public record Accuracy(double me, double rmse, double mae, double smape, OptionalDouble mase, OptionalDouble mape) {
    /**
     * Errors of a forecast.
     *
     * @param actual what came, at least one value
     * @param forecast as many
     * @param past what the forecast was made from; its period scales MASE
     */
    public static Accuracy of(double[] actual, double[] forecast, Series past) {
        double sum = 0;
        double squares = 0;
        double absolute = 0;
        double symmetric = 0;
        double relative = 0;
        for (int i = 0; i < actual.length; i++) {
            double error = actual[i] - forecast[i];
            double size = Math.abs(error);
            sum += error;
            squares += error * error;
            absolute += size;
            relative += 100 * size / Math.abs(actual[i]);
            symmetric += size == 0 ? 0 : 200 * size / (Math.abs(actual[i]) + Math.abs(forecast[i]));
        }
        int n = actual.length;
        double mae = absolute / n;
        OptionalDouble scale = scale(past);
        return new Accuracy(
                sum / n,
                Math.sqrt(squares / n),
                mae,
                symmetric / n,
                scale.isPresent() ? OptionalDouble.of(mae / scale.getAsDouble()) : scale,
                Double.isFinite(relative) ? OptionalDouble.of(relative / n) : OptionalDouble.empty());
    }

    /** Mean absolute seasonal difference {@code |y_t − y_{t−m}|} of a series; empty when it is 0 or shorter than a season and one. */
    public static OptionalDouble scale(Series past) {
        double sum = 0;
        for (int t = past.period(); t < past.length(); t++) {
            sum += Math.abs(past.get(t) - past.get(t - past.period()));
        }
        return sum > 0 ? OptionalDouble.of(sum / (past.length() - past.period())) : OptionalDouble.empty();
    }
}
