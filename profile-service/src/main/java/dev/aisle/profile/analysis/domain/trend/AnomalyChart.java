package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.forecast.Anomalies;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What was unusual.
 *
 * @param unusual the latest first
 * @param looked which series were looked at, and why others weren't
 */
public record AnomalyChart(Basis basis, String granularity, List<Unusual> unusual, List<Looked> looked)
        implements Chart {
    public AnomalyChart {
        unusual = List.copyOf(unusual);
        looked = List.copyOf(looked);
    }

    /**
     * A number that neither trend nor season explains.
     *
     * @param span its first day
     * @param expected trend and season
     * @param score modified z-score of the difference; above 0 when there was more; told from 3.5 on
     * @param reason what made the difference
     */
    public record Unusual(
            String category,
            Measure measure,
            String unit,
            LocalDate span,
            double value,
            double expected,
            double score,
            AnomalyReason reason) {}

    /**
     * A series.
     *
     * @param not why it wasn't looked at; empty when it was
     */
    public record Looked(String category, Measure measure, String not) {}

    static AnomalyChart of(ToldSeries told) {
        List<Looked> looked = new ArrayList<>();
        List<Unusual> unusual = new ArrayList<>();
        Expectations expectations = new Expectations(told);
        for (ToldSeries.OfCategory series : told.series()) {
            Usable usable = Usable.of(series.figures());
            looked.add(new Looked(series.category(), series.measure(), usable.refusal()));
            if (usable.usable()) {
                unusual.addAll(unusual(told, series, usable, expectations));
            }
        }
        unusual.sort(Comparator.comparing(Unusual::span)
                .reversed()
                .thenComparing(Comparator.comparingDouble((Unusual one) -> Math.abs(one.score()))
                        .reversed()));
        return new AnomalyChart(told.basis(), told.granularity().name().toLowerCase(Locale.ROOT), unusual, looked);
    }

    private static List<Unusual> unusual(
            ToldSeries told, ToldSeries.OfCategory series, Usable usable, Expectations expectations) {
        int period = Seasons.shortest(told.granularity(), usable.values().length);
        return Anomalies.of(Series.of(usable.values(), period)).stream()
                .filter(anomaly ->
                        series.figures().get(usable.first() + anomaly.place()).isTold())
                .map(anomaly -> new Unusual(
                        series.category(),
                        series.measure(),
                        series.measure().unit(),
                        told.spans().get(usable.first() + anomaly.place()),
                        anomaly.value(),
                        anomaly.expected(),
                        anomaly.score(),
                        AnomalyReason.of(
                                expectations, series.category(), series.measure(), usable.first() + anomaly.place())))
                .toList();
    }
}
