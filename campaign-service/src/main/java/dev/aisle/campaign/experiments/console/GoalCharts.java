package dev.aisle.campaign.experiments.console;

import dev.aisle.campaign.experiments.analysis.AnalysisCharts;
import dev.aisle.campaign.experiments.console.ExperimentPage.DayRow;
import dev.aisle.campaign.experiments.console.ExperimentPage.GoalChart;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.experiments.judging.Look.Point;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** Effects on a goal as they were seen, by day. */
    static List<DayRow> rows(Analysis analysis, String metric) {
        return analysis.looks().stream()
                .flatMap(look -> look.points().stream()
                        .filter(point -> point.relative() && point.metric().equals(metric))
                        .map(point -> DayRow.of(look, point)))
                .toList();
    }

    private GoalChart chart(String metric) {
        List<LocalDate> days = analysis.looks().stream().map(Look::day).toList();
        ChartData effects = ChartData.byDay(days).unit("%");
        ChartData evidence = ChartData.byDay(days);
        List<Treatment> treatments = analysis.phase().experiment().treatments();
        for (Treatment treatment : treatments.subList(1, treatments.size())) {
            String key = treatment.key();
            effects.band(
                    treatment.name(),
                    values(metric, key, point -> HUNDRED * point.value()),
                    values(metric, key, point -> looked(point) ? Double.valueOf(HUNDRED * point.low()) : null),
                    values(metric, key, point -> looked(point) ? Double.valueOf(HUNDRED * point.high()) : null));
            evidence.line(treatment.name(), values(metric, key, Point::statistic));
        }
        String first = treatments.get(1).key();
        evidence.dashed(
                        words.say("experiments_boundary"),
                        values(metric, first, point -> looked(point) ? Double.valueOf(point.boundary()) : null))
                .dashed(
                        words.say("experiments_boundary_lower"),
                        values(metric, first, point -> looked(point) ? Double.valueOf(-point.boundary()) : null));
        return new GoalChart(metric, charts.name(metric), effects.json(), evidence.json(), rows(analysis, metric));
    }

    private static boolean looked(Point point) {
        return point.boundary() < ExperimentPage.NO_LOOK;
    }

    private List<@Nullable Double> values(String metric, String variation, Function<Point, @Nullable Double> value) {
        List<@Nullable Double> all = new ArrayList<>();
        for (Look look : analysis.looks()) {
            Double one = point(look, metric, variation).map(value).orElse(null);
            all.add(one == null || !Double.isFinite(one) ? null : one);
        }
        return all;
    }

    private static Optional<Point> point(Look look, String metric, String variation) {
        return look.points().stream()
                .filter(one -> one.relative()
                        && one.metric().equals(metric)
                        && one.variation().equals(variation))
                .findFirst();
    }
}
