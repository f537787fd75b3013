package dev.aisle.campaign.analysis.edge;

import dev.aisle.campaign.analysis.domain.Analysis;
import dev.aisle.campaign.analysis.domain.Look;
import dev.aisle.campaign.analysis.domain.Look.Point;
import dev.aisle.campaign.analysis.edge.ExperimentPage.DayRow;
import dev.aisle.campaign.analysis.edge.ExperimentPage.GoalChart;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Goals over time for the page's charts: the same looks that the report that can be mailed draws. */
final class GoalCharts {
    private static final double HUNDRED = 100;

    private final Analysis analysis;
    private final Words words;
    private final AnalysisCharts charts;

    private GoalCharts(Analysis analysis, Words words) {
        this.analysis = analysis;
        this.words = words;
        this.charts = new AnalysisCharts(analysis);
    }

    /** Of every goal that was looked at on at least two days. */
    static List<GoalChart> of(Analysis analysis, Words words) {
        GoalCharts all = new GoalCharts(analysis, words);
        return all.charts.followed().stream().map(all::chart).toList();
    }

    /** What was seen of a goal by day. */
    static List<DayRow> rows(Analysis analysis, String metric) {
        return analysis.looks().stream()
                .flatMap(look -> look.points().stream()
                        .filter(point -> point.relative() && point.metric().equals(metric))
                        .map(point -> DayRow.of(look, point)))
                .toList();
    }

    private GoalChart chart(String metric) {
        List<Instant> days = analysis.looks().stream()
                .map(look -> look.day().atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList();
        ChartData effects = ChartData.overTime(days).unit("%");
        ChartData evidence = ChartData.overTime(days);
        List<Treatment> treatments = analysis.phase().experiment().treatments();
        for (Treatment treatment : treatments.subList(1, treatments.size())) {
            String key = treatment.key();
            effects.band(
                    treatment.name(),
                    values(metric, key, point -> HUNDRED * point.value()),
                    values(metric, key, point -> looked(point) ? HUNDRED * point.low() : Double.NaN),
                    values(metric, key, point -> looked(point) ? HUNDRED * point.high() : Double.NaN));
            evidence.line(treatment.name(), values(metric, key, Point::statistic));
        }
        double[] upper =
                values(metric, treatments.get(1).key(), point -> looked(point) ? point.boundary() : Double.NaN);
        evidence.limit(words.say("experiments_boundary"), upper)
                .limit(
                        words.say("experiments_boundary_lower"),
                        Arrays.stream(upper).map(value -> -value).toArray());
        return new GoalChart(metric, charts.name(metric), effects.json(), evidence.json(), rows(analysis, metric));
    }

    private static boolean looked(Point point) {
        return point.boundary() < ExperimentPage.NO_LOOK;
    }

    private double[] values(String metric, String variation, ToDoubleFunction<Point> value) {
        return analysis.looks().stream()
                .mapToDouble(look -> point(look, metric, variation)
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
