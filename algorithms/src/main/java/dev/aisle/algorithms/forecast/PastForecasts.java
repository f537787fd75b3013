package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.DemandForecast.Score;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The forecasts of a back-test, each made once: the mean of two methods takes those that were tested alone. */
final class PastForecasts {
    private final Series series;
    private final ForecastMethod.Ask ask;
    private final Map<Key, Forecast> made = new HashMap<>();

    PastForecasts(Series series, ForecastMethod.Ask ask) {
        this.series = series;
        this.ask = ask;
    }

    private record Key(ForecastMethod method, int length) {}

    /** How a method did; empty when it breaks on this series, and so is no candidate. The benchmarks never do. */
    Optional<Score> score(ForecastMethod method, RollingOrigin test) {
        try {
            return Optional.of(new Score(
                    method,
                    test.test(
                            series,
                            past -> DemandForecast.floored(past, forecast(method, past))
                                    .mean())));
        } catch (ArithmeticException notFinite) {
            return Optional.empty();
        }
    }

    private Forecast forecast(ForecastMethod method, Series past) {
        if (method == ForecastMethod.ETS_AND_THETA) {
            return Halfway.between(forecast(ForecastMethod.ETS, past), forecast(ForecastMethod.THETA, past));
        }
        return made.computeIfAbsent(new Key(method, past.length()), key -> method.forecast(past, ask));
    }
}
