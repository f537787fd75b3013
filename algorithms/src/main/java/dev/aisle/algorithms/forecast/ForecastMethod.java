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
    NAIVE,
    SEASONAL_NAIVE,
    DRIFT,
    MEAN,
    /** Simple exponential smoothing, ETS(A,N,N) by least squares. */
    SES,
    /** Holt's linear trend, ETS(A,A,N) by least squares. */
    HOLT,
    HOLT_WINTERS_ADDITIVE,
    HOLT_WINTERS_MULTIPLICATIVE,
    /** The best model of exponential smoothing by AICc. */
    ETS,
    /** The season by STL, which is repeated, and the best model without season for the rest; for long seasons such as weeks of a year. */
    STL_ETS,
    THETA,
    /** The mean of ETS and Theta, which is seldom far off where one of them is. */
    ETS_AND_THETA,
    CROSTON,
    SBA,
    TSB;

    /** From this length on R searches models; shorter series are smoothed simply. */
    private static final int LEAST_FOR_ETS = 7;

    private static final int LEAST_FOR_SES = 4;
    private static final int LEAST_FOR_HOLT = 6;

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

    /**
     * Forecasts.
     *
     * @throws IllegalArgumentException when the series isn't of the kind that the method needs
     * @throws ArithmeticException when the method ends in a number that isn't finite
     */
    public Forecast forecast(Series series, Ask ask) {
        return switch (this) {
            case NAIVE -> Benchmark.NAIVE.forecast(series, ask.h(), ask.levels());
            case SEASONAL_NAIVE -> Benchmark.SEASONAL_NAIVE.forecast(series, ask.h(), ask.levels());
            case DRIFT -> Benchmark.DRIFT.forecast(series, ask.h(), ask.levels());
            case MEAN -> Benchmark.MEAN.forecast(series, ask.h(), ask.levels());
            case SES -> squares(series, "ANN", ask).orElseGet(() -> simpler(NAIVE, series, ask, LEAST_FOR_SES));
            case HOLT -> squares(series, "AAN", ask).orElseGet(() -> simpler(SES, series, ask, LEAST_FOR_HOLT));
            case HOLT_WINTERS_ADDITIVE -> holtWinters(series, HoltWintersModel.ADDITIVE, ask);
            case HOLT_WINTERS_MULTIPLICATIVE -> holtWinters(series, HoltWintersModel.MULTIPLICATIVE, ask);
            case ETS -> ets(series, ask);
            case STL_ETS -> SeasonalByStl.forecast(series, ask);
            case THETA ->
                Theta.of(series, ask.h(), ask.levels())
                        .map(Theta::forecast)
                        .orElseGet(() -> simpler(DRIFT, series, ask, LEAST_FOR_SES));
            case ETS_AND_THETA -> Halfway.between(ETS.forecast(series, ask), THETA.forecast(series, ask));
            case CROSTON -> croston(Intermittent.Method.CROSTON, series, ask);
            case SBA -> croston(Intermittent.Method.SBA, series, ask);
            case TSB ->
                Intermittent.tsb(series, Intermittent.USUAL_ALPHA, Intermittent.USUAL_ALPHA, ask.h(), ask.levels());
        };
    }

    private static Forecast holtWinters(Series series, HoltWintersModel model, Ask ask) {
        return HoltWinters.fit(series, model).forecast(ask.h(), ask.levels());
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
                ? forecast.noted(
                        "a season of more than " + Ets.LONGEST_SEASON + " values is left out; STL_ETS takes it in")
                : forecast;
    }

    private static Forecast croston(Intermittent.Method method, Series series, Ask ask) {
        return Intermittent.croston(method, series, Intermittent.USUAL_ALPHA, ask.h(), ask.levels());
    }
}
