package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.charts.BandPlot;
import dev.aisle.algorithms.charts.IntervalPlot;
import dev.aisle.algorithms.charts.IntervalPlot.Row;
import dev.aisle.algorithms.charts.Series;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.Judged;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.experiments.judging.Look.Point;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The charts of a report. Effects are shown in hundredths of the control. */
public final class AnalysisCharts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double HUNDRED = 100;
    private static final double NO_LOOK = 100;

    private final Analysis analysis;
    private final List<Series> series = new ArrayList<>();

    /** Those of a report. */
    public AnalysisCharts(Analysis analysis) {
        this.analysis = analysis;
        List<Treatment> treatments = analysis.phase().experiment().treatments();
        for (int n = 1; n < treatments.size(); n++) {
            series.add(new Series(treatments.get(n).key(), n - 1));
        }
    }

    /** Every treatment with its mark. */
    List<Series> series() {
        return List.copyOf(series);
    }

    private Series of(String variation) {
        return series.stream()
                .filter(one -> one.name().equals(variation))
                .findFirst()
                .orElse(new Series(variation, 0));
    }

    /** Effects of all metrics of a role with their intervals now; empty when none can be told. */
    Optional<String> effects(Role role) {
        IntervalPlot plot = new IntervalPlot().against(0);
        int rows = 0;
        for (String metric : metrics(role)) {
            List<Row> ofMetric = analysis.comparisons().stream()
                    .filter(one -> one.metric().id().equals(metric))
                    .flatMap(one -> row(one).stream())
                    .toList();
            if (!ofMetric.isEmpty()) {
                plot.group(name(metric), ofMetric);
                rows += ofMetric.size();
            }
        }
        return rows == 0
                ? Optional.empty()
                : Optional.of(plot.draw("effects-" + role.code(), "Change in % against the control"));
    }

    private Optional<Row> row(Comparison one) {
        return one.relative()
                .filter(judged -> judged.boundary() < NO_LOOK)
                .map(judged -> row(of(one.variation()), judged));
    }

    private static Row row(Series series, Judged judged) {
        return new Row(series, HUNDRED * judged.value(), HUNDRED * judged.low(), HUNDRED * judged.high());
    }

    private List<String> metrics(Role role) {
        return analysis.comparisons().stream()
                .filter(one -> one.use().role() == role)
                .map(one -> one.metric().id())
                .distinct()
                .toList();
    }

    /** The name of a metric. */
    public String name(String metric) {
        return analysis.comparisons().stream()
                .filter(one -> one.metric().id().equals(metric))
                .map(one -> one.metric().name())
                .findFirst()
                .orElse(metric);
    }

    /** Goals that have been looked at on at least two days. */
    public List<String> followed() {
        return analysis.looks().size() < 2 ? List.of() : metrics(Role.GOAL);
    }

    /** The effect on a goal over time with its interval. */
    String overTime(String metric) {
        BandPlot plot = new BandPlot(days(), 0);
        for (Series one : series) {
            plot.band(
                    one,
                    values(metric, one, point -> HUNDRED * point.value()),
                    values(metric, one, point -> point.boundary() < NO_LOOK ? HUNDRED * point.low() : Double.NaN),
                    values(metric, one, point -> point.boundary() < NO_LOOK ? HUNDRED * point.high() : Double.NaN));
        }
        return plot.draw("time-" + metric, name(metric) + ": change in % against the control, by day");
    }

    /** The statistic of a goal over time beside the boundary that it must cross. */
    String boundary(String metric) {
        BandPlot plot = new BandPlot(days(), 0);
        for (Series one : series) {
            double[] statistic = values(metric, one, Point::statistic);
            plot.band(one, statistic, statistic, statistic);
        }
        double[] upper =
                values(metric, series.getFirst(), point -> point.boundary() < NO_LOOK ? point.boundary() : Double.NaN);
        double[] lower = upper.clone();
        for (int n = 0; n < lower.length; n++) {
            lower[n] = -lower[n];
        }
        return plot.limit(upper)
                .limit(lower)
                .draw(
                        "boundary-" + metric,
                        name(metric) + ": evidence (effect over its error) and the boundary, by day");
    }

    private List<String> days() {
        return analysis.looks().stream().map(look -> DAY.format(look.day())).toList();
    }

    private double[] values(String metric, Series series, ToDoubleFunction<Point> value) {
        return analysis.looks().stream()
                .mapToDouble(look -> point(look, metric, series.name())
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .toArray();
    }

    private static Optional<Point> point(Look look, String metric, String variation) {
        return look.points().stream()
                .filter(one -> one.relative()
                        && one.metric().equals(metric)
                        && one.variation().equals(variation))
                .findFirst();
    }
}
