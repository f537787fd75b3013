package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.DemandForecast.Score;
import dev.aisle.algorithms.forecast.ets.Ets;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.algorithms.forecast.smooth.DemandPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The candidates of a demand forecast on the series' past, and which is taken.
 *
 * @param scores best first
 * @param taken one of them
 * @param reason in a sentence
 */
record Backtest(List<Score> scores, Score taken, String reason) {
    static Backtest of(Series series, ForecastMethod.Ask ask, RollingOrigin test, ForecastMethod benchmark) {
        PastForecasts past = new PastForecasts(series, new ForecastMethod.Ask(test.horizon(), Levels.of(), ask.seed()));
        boolean rare = series.least() >= 0 && DemandPattern.of(series).intermittent();
        ForecastMethod standard = standard(series, rare);
        List<Score> scores = new ArrayList<>();
        for (ForecastMethod method : candidates(series, test, rare, List.of(benchmark, standard))) {
            past.score(method, test).ifPresent(scores::add);
        }
        scores.sort(Comparator.comparingDouble(score -> score.errors().mae()));
        Score base = find(scores, benchmark).orElseThrow();
        Score usual = find(scores, standard).orElse(base);
        Score best = scores.stream()
                .filter(score ->
                        score.method() == usual.method() || score.errors().everywhereBelow(usual.errors()))
                .findFirst()
                .orElse(usual);
        Score taken = best.errors().mae() < base.errors().mae() ? best : base;
        return new Backtest(List.copyOf(scores), taken, reason(taken, base, usual, test));
    }

    private static ForecastMethod standard(Series series, boolean rare) {
        if (rare) {
            return ForecastMethod.SBA;
        }
        return series.period() > Ets.LONGEST_SEASON ? ForecastMethod.STL_ETS : ForecastMethod.ETS_AND_THETA;
    }

    private static Set<ForecastMethod> candidates(
            Series series, RollingOrigin test, boolean rare, List<ForecastMethod> first) {
        Set<ForecastMethod> methods = EnumSet.copyOf(first);
        methods.addAll(List.of(ForecastMethod.MEAN, ForecastMethod.ETS, ForecastMethod.THETA));
        if (rare) {
            methods.addAll(List.of(ForecastMethod.CROSTON, ForecastMethod.TSB));
        }
        boolean twoSeasons = series.period() > 1 && test.origins()[0] >= 2 * series.period();
        if (twoSeasons && series.period() <= Ets.LONGEST_SEASON) {
            methods.add(ForecastMethod.HOLT_WINTERS_ADDITIVE);
        }
        return methods;
    }

    private static Optional<Score> find(List<Score> scores, ForecastMethod method) {
        return scores.stream().filter(score -> score.method() == method).findFirst();
    }

    private static String reason(Score taken, Score base, Score usual, RollingOrigin test) {
        String where = String.format(
                Locale.ROOT,
                "mean absolute error %.4g over %d origins of %d steps",
                taken.errors().mae(),
                test.origins().length,
                test.horizon());
        if (taken.method() == base.method()) {
            return where + ": nothing that was sure to help beat the benchmark";
        }
        double better = 100 * (1 - taken.errors().mae() / base.errors().mae());
        String below = String.format(
                Locale.ROOT,
                ", %.0f %% below the benchmark's %.4g",
                better,
                base.errors().mae());
        return where
                + below
                + (taken.method() == usual.method() ? ": the standard" : ": below the standard at every origin");
    }
}
