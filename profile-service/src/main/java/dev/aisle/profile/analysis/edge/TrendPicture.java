package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Words;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.trend.ForecastChart;
import dev.aisle.profile.analysis.domain.trend.ForecastChart.Interval;
import dev.aisle.profile.analysis.domain.trend.TrendChart;
import dev.aisle.profile.analysis.domain.trend.TrendChart.Parts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A series as a page draws it.
 *
 * @param title category and measure in words
 * @param data of the drawing
 * @param rows the same as a table, the latest first
 * @param because what the trend or the forecast rests on, or why there is none
 */
record TrendPicture(String title, String data, List<Row> rows, String because) {
    /** More series than that nobody reads on one page. */
    private static final int MOST = 8;

    TrendPicture {
        rows = List.copyOf(rows);
    }

    /**
     * One span.
     *
     * @param value what was, or why it isn't told; empty of what is to come
     * @param thought trend or forecast; empty when there is none
     */
    record Row(LocalDate span, String value, String thought) {}

    static List<TrendPicture> of(TrendChart chart, Words words) {
        return chart.series().stream()
                .limit(MOST)
                .map(line -> trend(chart.spans(), line, words))
                .toList();
    }

    static List<TrendPicture> of(ForecastChart chart, Words words) {
        return chart.series().stream()
                .limit(MOST)
                .map(line -> forecast(chart.spans(), line, words))
                .toList();
    }

    private static TrendPicture trend(List<LocalDate> spans, TrendChart.Line line, Words words) {
        List<@Nullable Double> trend = gaps(spans.size());
        Parts parts = line.parts();
        if (parts != null) {
            for (int i = 0; i < parts.trend().size(); i++) {
                trend.set(parts.first() + i, rounded(parts.trend().get(i)));
            }
        }
        ChartData data = ChartData.byDay(spans).line(name(line.measure().label(), words), values(line.figures()));
        Told told = new Told(words);
        List<Row> rows = IntStream.range(0, spans.size())
                .mapToObj(i ->
                        new Row(spans.get(i), told.number(line.figures().get(i)).text(), said(trend.get(i))))
                .toList()
                .reversed();
        return new TrendPicture(
                title(line.category(), line.measure().label(), words),
                (parts == null ? data : data.dashed(words.say("people_trend"), trend)).json(),
                rows,
                parts == null
                        ? words.say("people_not_taken_apart", line.notTakenApart())
                        : words.say("people_trend_strength", percent(parts.trendStrength())));
    }

    private static TrendPicture forecast(List<LocalDate> spans, ForecastChart.Line line, Words words) {
        List<LocalDate> days = new ArrayList<>(spans);
        line.ahead().stream()
                .map(ForecastChart.Step::start)
                .filter(start -> !spans.contains(start))
                .forEach(days::add);
        List<@Nullable Double> past = gaps(days.size());
        List<@Nullable Double> expected = gaps(days.size());
        List<@Nullable Double> low = gaps(days.size());
        List<@Nullable Double> high = gaps(days.size());
        for (int i = 0; i < spans.size(); i++) {
            past.set(i, line.past().get(i).value());
        }
        line.ahead().forEach(step -> {
            int place = days.indexOf(step.start());
            Interval widest = widest(step);
            expected.set(place, rounded(step.expected()));
            low.set(place, widest == null ? null : rounded(widest.lower()));
            high.set(place, widest == null ? null : rounded(widest.upper()));
        });
        Told told = new Told(words);
        List<Row> rows = IntStream.range(0, days.size())
                .mapToObj(i -> new Row(
                        days.get(i),
                        i < spans.size() ? told.number(line.past().get(i)).text() : "",
                        low.get(i) == null
                                ? said(expected.get(i))
                                : said(expected.get(i)) + " (" + said(low.get(i)) + " – " + said(high.get(i)) + ")"))
                .toList()
                .reversed();
        return new TrendPicture(
                title(line.category(), line.measure().label(), words),
                ChartData.byDay(days)
                        .line(name(line.measure().label(), words), past)
                        .band(words.say("people_expected"), expected, low, high)
                        .json(),
                rows,
                line.because());
    }

    /** The interval that holds the value most surely; null when nothing is known of the errors. */
    static @Nullable Interval widest(ForecastChart.Step step) {
        return step.intervals().stream()
                .max(Comparator.comparingDouble(Interval::percent))
                .orElse(null);
    }

    private static List<@Nullable Double> gaps(int size) {
        List<@Nullable Double> gaps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            gaps.add(null);
        }
        return gaps;
    }

    private static List<@Nullable Double> values(List<Figure> figures) {
        List<@Nullable Double> values = new ArrayList<>();
        figures.forEach(figure -> values.add(figure.value()));
        return values;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private static String said(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    private static String title(String category, String measure, Words words) {
        return EventChoices.label(words, category) + ": " + name(measure, words);
    }

    private static String name(String measure, Words words) {
        return words.say("people_measure_" + measure);
    }
}
