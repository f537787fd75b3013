package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.forecast.DemandForecast;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of each category, from the told numbers.
 *
 * @param granularity {@code day}, {@code week}, {@code month}
 * @param spans first days of the past, in order
 */
public record ForecastChart(Basis basis, String granularity, List<LocalDate> spans, List<Line> series)
        implements Chart {
    public ForecastChart {
        spans = List.copyOf(spans);
        series = List.copyOf(series);
    }

    /**
     * A series and what comes next.
     *
     * @param past one figure a span
     * @param ahead empty when there is no forecast
     * @param method that did best on the series' own past; null without a forecast
     * @param because how it was chosen, or why there is no forecast
     */
    public record Line(
            String category,
            Measure measure,
            String unit,
            List<Figure> past,
            List<Step> ahead,
            @Nullable String method,
            String because) {
        public Line {
            past = List.copyOf(past);
            ahead = List.copyOf(ahead);
        }
    }

    /**
     * A span to come.
     *
     * @param start its first day
     * @param intervals by coverage; empty when nothing is known about the errors
     */
    public record Step(LocalDate start, double expected, List<Interval> intervals) {
        public Step {
            intervals = List.copyOf(intervals);
        }
    }

    /** Where the value lies with a probability in per cent. */
    public record Interval(double percent, double lower, double upper) {}

    static ForecastChart of(ToldSeries told, int horizon) {
        return new ForecastChart(
                told.basis(),
                told.granularity().name().toLowerCase(Locale.ROOT),
                told.spans(),
                told.series().stream()
                        .map(series -> line(told, series, horizon))
                        .toList());
    }

    private static Line line(ToldSeries told, ToldSeries.OfCategory series, int horizon) {
        Usable usable = Usable.of(series.figures());
        if (!usable.usable()) {
            return line(series, List.of(), null, usable.refusal());
        }
        int length = usable.values().length;
        DemandForecast forecast =
                DemandForecast.of(Series.of(usable.values(), Seasons.shortest(told.granularity(), length)), horizon);
        LocalDate last = told.spans().get(usable.first() + length - 1);
        return line(
                series,
                steps(forecast.forecast(), told, last),
                forecast.forecast().method(),
                forecast.forecast()
                        .note()
                        .map(note -> forecast.reason() + "; " + note)
                        .orElse(forecast.reason()));
    }

    private static Line line(ToldSeries.OfCategory series, List<Step> ahead, @Nullable String method, String why) {
        Measure measure = series.measure();
        return new Line(series.category(), measure, measure.unit(), series.figures(), ahead, method, why);
    }

    private static List<Step> steps(Forecast forecast, ToldSeries told, LocalDate last) {
        List<Step> steps = new ArrayList<>();
        double[] levels = forecast.levels().percent();
        for (int step = 0; step < forecast.horizon(); step++) {
            List<Interval> intervals = new ArrayList<>();
            for (int level = 0; level < levels.length; level++) {
                intervals.add(
                        new Interval(levels[level], forecast.lower()[step][level], forecast.upper()[step][level]));
            }
            steps.add(new Step(told.granularity().plus(last, step + 1L), forecast.mean()[step], intervals));
        }
        return steps;
    }
}
