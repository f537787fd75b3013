package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.ets.Ets;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.algorithms.forecast.smooth.DemandPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A forecast of demand by the method that did best on the series' own past. The seasonal naive forecast (naive without season)
 * is the benchmark: nothing else is taken unless its mean absolute error in the back-test is smaller.
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
    private static final double CERTAIN = 1e-12;

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
        List<Score> scores = scores(series, ask, test, benchmark);
        ForecastMethod best = scores.getFirst().method();
        return new DemandForecast(
                floored(series, best, ask), best, reason(scores, benchmark, test), scores, benchmark);
    }

    /** At most four origins, half a horizon apart; the horizon is cut to a third of the series. */
    private static RollingOrigin test(Series series, int h) {
        int horizon = Math.max(1, Math.min(h, series.length() / 3));
        int least = Math.max(LEAST_PAST, series.period() + 1);
        return RollingOrigin.last(series.length(), horizon, least, ORIGINS, Math.max(1, horizon / 2));
    }

    /** Best first; the benchmark before what is no better. A method that can't do this series is left out. */
    private static List<Score> scores(
            Series series, ForecastMethod.Ask ask, RollingOrigin test, ForecastMethod benchmark) {
        ForecastMethod.Ask asked = new ForecastMethod.Ask(test.horizon(), Levels.of(), ask.seed());
        List<Score> scores = new ArrayList<>();
        for (ForecastMethod method : candidates(series, test, benchmark)) {
            score(series, method, asked, test).ifPresent(scores::add);
        }
        scores.sort(Comparator.comparingDouble(score -> score.errors().mae()));
        return List.copyOf(scores);
    }

    private static Optional<Score> score(
            Series series, ForecastMethod method, ForecastMethod.Ask asked, RollingOrigin test) {
        try {
            return Optional.of(new Score(
                    method, test.test(series, past -> floored(past, method, asked).mean())));
        } catch (ArithmeticException notFinite) {
            // A method that breaks on this series is no candidate for it; the benchmark never does.
            return Optional.empty();
        }
    }

    private static List<ForecastMethod> candidates(Series series, RollingOrigin test, ForecastMethod benchmark) {
        List<ForecastMethod> methods = new ArrayList<>(List.of(benchmark, ForecastMethod.MEAN));
        if (series.least() >= 0 && DemandPattern.of(series).intermittent()) {
            methods.addAll(List.of(ForecastMethod.CROSTON, ForecastMethod.SBA, ForecastMethod.TSB));
        }
        methods.addAll(List.of(ForecastMethod.ETS, ForecastMethod.THETA));
        int shortest = test.origins()[0];
        if (series.period() > 1 && shortest >= 2 * series.period()) {
            methods.add(
                    series.period() > Ets.LONGEST_SEASON
                            ? ForecastMethod.STL_ETS
                            : ForecastMethod.HOLT_WINTERS_ADDITIVE);
        }
        return methods;
    }

    private static Forecast floored(Series series, ForecastMethod method, ForecastMethod.Ask ask) {
        Forecast forecast = method.forecast(series, ask);
        return series.least() >= 0 ? forecast.atLeast(0) : forecast;
    }

    private static String reason(List<Score> scores, ForecastMethod benchmark, RollingOrigin test) {
        Score best = scores.getFirst();
        String where = String.format(
                Locale.ROOT,
                "mean absolute error %.4g over %d origins of %d steps",
                best.errors().mae(),
                test.origins().length,
                test.horizon());
        if (best.method() == benchmark) {
            return where + ": nothing beat the benchmark";
        }
        double other = scores.stream()
                .filter(score -> score.method() == benchmark)
                .mapToDouble(score -> score.errors().mae())
                .findFirst()
                .orElseThrow();
        double better = other > CERTAIN ? 100 * (1 - best.errors().mae() / other) : 0;
        return where + String.format(Locale.ROOT, ", %.0f %% below the benchmark's %.4g", better, other);
    }
}
