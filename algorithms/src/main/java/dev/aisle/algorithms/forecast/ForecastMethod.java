package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.ets.Criterion;
import dev.aisle.algorithms.forecast.ets.Ets;
import dev.aisle.algorithms.forecast.ets.EtsFit;
import dev.aisle.algorithms.forecast.ets.EtsForecast;
import dev.aisle.algorithms.forecast.ets.EtsModel;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.algorithms.forecast.smooth.Benchmark;
import dev.aisle.algorithms.forecast.smooth.HoltWinters;
import dev.aisle.algorithms.forecast.smooth.HoltWintersModel;
import dev.aisle.algorithms.forecast.smooth.Intermittent;
import dev.aisle.algorithms.forecast.smooth.Theta;
import java.util.Optional;

/**
 * Every method under one call. A series too short for a method gets a simpler one, and the forecast's note says so; what can't be
 * (a multiplied season of zeros, negative demand) is an {@link IllegalArgumentException} that names the field.
 */
public enum ForecastMethod {
    NAIVE((series, ask) -> Benchmark.NAIVE.forecast(series, ask.h(), ask.levels())),
    SEASONAL_NAIVE((series, ask) -> Benchmark.SEASONAL_NAIVE.forecast(series, ask.h(), ask.levels())),
    DRIFT((series, ask) -> Benchmark.DRIFT.forecast(series, ask.h(), ask.levels())),
    MEAN((series, ask) -> Benchmark.MEAN.forecast(series, ask.h(), ask.levels())),
    /** Simple exponential smoothing, ETS(A,N,N) by least squares. */
    SES((series, ask) -> squares(series, "ANN", ask).orElseGet(() -> simpler(NAIVE, series, ask, 4))),
    /** Holt's linear trend, ETS(A,A,N) by least squares. */
    HOLT((series, ask) -> squares(series, "AAN", ask).orElseGet(() -> simpler(SES, series, ask, 6))),
    HOLT_WINTERS_ADDITIVE((series, ask) ->
            HoltWinters.fit(series, HoltWintersModel.ADDITIVE).forecast(ask.h(), ask.levels())),
    HOLT_WINTERS_MULTIPLICATIVE((series, ask) ->
            HoltWinters.fit(series, HoltWintersModel.MULTIPLICATIVE).forecast(ask.h(), ask.levels())),
    /** The best model of exponential smoothing by AICc. */
    ETS(ForecastMethod::ets),
    /** The season by STL, which is repeated, and the best model without season for the rest; for long seasons such as weeks of a year. */
    STL_ETS((series, ask) -> SeasonalByStl.forecast(series, ask)),
    THETA((series, ask) -> Theta.of(series, ask.h(), ask.levels())
            .map(Theta::forecast)
            .orElseGet(() -> simpler(DRIFT, series, ask, 4))),
    CROSTON((series, ask) -> croston(Intermittent.Method.CROSTON, series, ask)),
    SBA((series, ask) -> croston(Intermittent.Method.SBA, series, ask)),
    TSB((series, ask) -> Intermittent.tsb(
            series, Intermittent.USUAL_ALPHA, Intermittent.USUAL_ALPHA, ask.h(), ask.levels()));

    /** From this length on R searches models; shorter series are smoothed simply. */
    private static final int LEAST_FOR_ETS = 7;

    private final Way way;

    ForecastMethod(Way way) {
        this.way = way;
    }

    /**
     * What is asked for.
     *
     * @param h steps, ≥ 1
     * @param levels coverages of the intervals
     * @param seed of simulated intervals, so that the same question has the same answer
     */
    public record Ask(int h, Levels levels, long seed) {
        public Ask {
            Forecast.horizon(h);
        }
    }

    private interface Way {
        Forecast forecast(Series series, Ask ask);
    }

    /**
     * Forecasts.
     *
     * @throws IllegalArgumentException when the series isn't of the kind that the method needs
     * @throws ArithmeticException when the method ends in a number that isn't finite
     */
    public Forecast forecast(Series series, Ask ask) {
        return way.forecast(series, ask);
    }

    private static Forecast simpler(ForecastMethod method, Series series, Ask ask, int needed) {
        return method.forecast(series, ask)
                .noted("needs " + needed + " values, has " + series.length() + ": " + method + " instead");
    }

    private static Optional<Forecast> squares(Series series, String spec, Ask ask) {
        return Ets.fit(series, EtsModel.of(spec, false), Criterion.MEAN_SQUARE)
                .map(fit -> EtsForecast.of(fit, ask.h(), ask.levels(), ask.seed()));
    }

    private static Forecast ets(Series series, Ask ask) {
        if (series.constant()) {
            return NAIVE.forecast(series, ask).noted("all values are one, which is repeated");
        }
        if (series.length() < LEAST_FOR_ETS) {
            return simpler(SES, series, ask, LEAST_FOR_ETS);
        }
        Optional<EtsFit> fit = Ets.select(series);
        Forecast forecast = fit.map(found -> EtsForecast.of(found, ask.h(), ask.levels(), ask.seed()))
                .orElseGet(() -> simpler(SES, series, ask, LEAST_FOR_ETS));
        return series.period() > Ets.LONGEST_SEASON
                ? forecast.noted("a season of more than " + Ets.LONGEST_SEASON + " values is left out; STL_ETS takes it in")
                : forecast;
    }

    private static Forecast croston(Intermittent.Method method, Series series, Ask ask) {
        return Intermittent.croston(method, series, Intermittent.USUAL_ALPHA, ask.h(), ask.levels());
    }
}
