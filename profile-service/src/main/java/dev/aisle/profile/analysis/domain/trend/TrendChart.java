package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.forecast.decompose.Decomposition;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Series by category, with trend and seasons.
 *
 * @param granularity {@code day}, {@code week}, {@code month}
 * @param spans first days, in order
 */
public record TrendChart(Basis basis, String granularity, List<LocalDate> spans, List<Line> series) implements Chart {
    public TrendChart {
        spans = List.copyOf(spans);
        series = List.copyOf(series);
    }

    /**
     * A series.
     *
     * @param category {@code (all)}: the shop
     * @param unit in what the figures are
     * @param figures one a span
     * @param parts null when it isn't taken apart
     * @param notTakenApart why; empty when it is
     */
    public record Line(
            String category,
            Measure measure,
            String unit,
            List<Figure> figures,
            @Nullable Parts parts,
            String notTakenApart) {
        public Line {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A series taken apart: trend, seasons and remainder add up to the figures (those withheld lie on a line between their neighbours).
     *
     * @param first the place in the spans of the first number
     * @param filled how many numbers were withheld in between
     * @param trendStrength 0..1
     */
    public record Parts(
            int first,
            int filled,
            List<Double> trend,
            List<Season> seasons,
            List<Double> remainder,
            double trendStrength) {
        public Parts {
            trend = List.copyOf(trend);
            seasons = List.copyOf(seasons);
            remainder = List.copyOf(remainder);
        }
    }

    /**
     * A season.
     *
     * @param length in spans: 7 days, 52 weeks, 12 months
     * @param strength 0..1
     */
    public record Season(int length, double strength, List<Double> values) {
        public Season {
            values = List.copyOf(values);
        }
    }

    static TrendChart of(ToldSeries told) {
        return new TrendChart(
                told.basis(),
                told.granularity().name().toLowerCase(Locale.ROOT),
                told.spans(),
                told.series().stream()
                        .map(series -> line(series, told.granularity()))
                        .toList());
    }

    private static Line line(ToldSeries.OfCategory series, Granularity granularity) {
        Usable usable = Usable.of(series.figures());
        return new Line(
                series.category(),
                series.measure(),
                series.measure().unit(),
                series.figures(),
                usable.usable() ? parts(usable, Seasons.decompose(usable.values(), granularity)) : null,
                usable.refusal());
    }

    private static Parts parts(Usable usable, Decomposition apart) {
        List<Season> seasons = IntStream.range(0, apart.seasonal().size())
                .mapToObj(i -> new Season(
                        apart.seasonal().get(i).period(),
                        apart.seasonalStrength(i),
                        boxed(apart.seasonal().get(i).values())))
                .toList();
        return new Parts(
                usable.first(),
                usable.filled(),
                boxed(apart.trend()),
                seasons,
                boxed(apart.remainder()),
                apart.trendStrength());
    }

    static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
