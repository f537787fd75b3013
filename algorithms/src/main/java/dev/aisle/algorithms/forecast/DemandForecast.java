package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.List;

/**
 * A forecast of demand by a method that has shown on the series' own past that it is worth it. A standard is taken (the mean of
 * ETS and Theta; SBA for demand that is mostly zero; STL with ETS for seasons over 24) unless another method did better at every origin
 * of the back-test: which is best on average is mostly chance with the few origins that a shop's past has. Whatever is taken
 * must beat the benchmark, seasonal naive (naive without season), or the benchmark is.
 *
 * @param forecast expected demand and intervals, none below 0 when no past value is
 * @param method that was taken
 * @param reason how it was chosen, in a sentence
 * @param scores what each candidate did, best first; empty when the past is too short for a test
 * @param benchmark what the others had to beat
 */
public record DemandForecast(
        Forecast forecast, ForecastMethod method, String reason, List<Score> scores, ForecastMethod benchmark) {
    private static final int ORIGINS = 4;
    private static final int LEAST_PAST = 7;

    /**
     * The back-test of a method.
     *
     * @param method which
     * @param errors mean over the origins
     */
    public record Score(ForecastMethod method, RollingOrigin.Errors errors) {}

    /** With intervals of 80 and 95 per cent. */
    public static DemandForecast of(Series series, int h) {
        return of(series, new ForecastMethod.Ask(h, Levels.USUAL, 1));
    }

    /**
     * Chooses and forecasts.
     *
     * @param series of any length from 1 on
     */
    public static DemandForecast of(Series series, ForecastMethod.Ask ask) {
        ForecastMethod benchmark = series.length() > series.period() && series.period() > 1
                ? ForecastMethod.SEASONAL_NAIVE
                : ForecastMethod.NAIVE;
        RollingOrigin test = test(series, ask.h());
        if (series.constant() || test.origins().length == 0) {
            String reason = series.constant()
                    ? "all values are one: it is repeated"
                    : "too short for a back-test of " + test.horizon() + " steps: the benchmark";
            return new DemandForecast(floored(series, benchmark, ask), benchmark, reason, List.of(), benchmark);
        }
        Backtest backtest = Backtest.of(series, ask, test, benchmark);
        ForecastMethod taken = backtest.taken().method();
        return new DemandForecast(floored(series, taken, ask), taken, backtest.reason(), backtest.scores(), benchmark);
    }

    /** At most four origins, half a horizon apart; the horizon is cut to a third of the series. */
    private static RollingOrigin test(Series series, int h) {
        int horizon = Math.max(1, Math.min(h, series.length() / 3));
        int least = Math.max(LEAST_PAST, series.period() + 1);
        return RollingOrigin.last(series.length(), horizon, least, ORIGINS, Math.max(1, horizon / 2));
    }

    /** A method's forecast, not below 0 when no past value is. */
    private static Forecast floored(Series series, ForecastMethod method, ForecastMethod.Ask ask) {
        return floored(series, method.forecast(series, ask));
    }

    static Forecast floored(Series series, Forecast forecast) {
        return series.least() >= 0 ? forecast.atLeast(0) : forecast;
    }
}
