package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.IntervalPlot;
import dev.aisle.algorithms.charts.IntervalPlot.Row;
import dev.aisle.algorithms.charts.LinePlot;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well the lists meet what people took: any metric at any length, and how it grows with the length. */
final class AccuracySection {
    private static final Map<String, String> METRICS = metrics();
    private static final int MOST_LINES = 8;

    private AccuracySection() {}

    private static Map<String, String> metrics() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("ndcg", "NDCG");
        names.put("recall", "Recall");
        names.put("hr", "Hit rate");
        names.put("mrr", "MRR");
        names.put("map", "MAP");
        names.put("precision", "Precision");
        return names;
    }

    static String of(Report report) {
        StringBuilder section = new StringBuilder("<section id=\"accuracy\"><h2>Accuracy</h2>");
        section.append("<p>The mean over people, with its 95 % interval. Choose a metric:</p><div class=\"tabs\">\n");
        for (String metric : METRICS.keySet()) {
            section.append(String.format(
                    "<input type=\"radio\" name=\"metric\" id=\"tab-%s\"%s><label for=\"tab-%s\">%s</label>%n",
                    metric, metric.equals("ndcg") ? " checked" : "", metric, METRICS.get(metric)));
        }
        METRICS.forEach((metric, name) -> section.append(panel(report, metric, name)));
        return section.append("</div></section>\n").append(lengths(report)).toString();
    }

    /** What shows a panel when its tab is chosen. */
    static String style() {
        StringBuilder rules = new StringBuilder(".panel{display:none}");
        for (String metric : METRICS.keySet()) {
            rules.append(String.format("#tab-%s:checked~#panel-%s{display:grid}", metric, metric));
        }
        return rules.toString();
    }

    private static String panel(Report report, String metric, String name) {
        StringBuilder panel = new StringBuilder("<div class=\"panel charts\" id=\"panel-" + metric + "\">\n");
        for (int k : report.cutoffs()) {
            List<Row> rows = rows(report, report.ranking(), metric + "@" + k);
            if (!rows.isEmpty()) {
                String chart = new IntervalPlot().group("", rows).draw(metric + "-" + k, name + " at " + k);
                panel.append("<figure><figcaption>")
                        .append(name)
                        .append(" at ")
                        .append(k)
                        .append("</figcaption>")
                        .append(chart)
                        .append("</figure>\n");
            }
        }
        return panel.append("</div>\n").toString();
    }

    /** The results that have a value, in the order of the places. */
    static List<Row> rows(Report report, List<Integer> places, String metric) {
        List<Row> rows = new ArrayList<>();
        for (int place : places) {
            report.results()
                    .get(place)
                    .estimate(metric)
                    .ifPresent(e -> rows.add(new Row(report.series(place), e.value(), e.low(), e.high())));
        }
        return rows;
    }

    private static String lengths(Report report) {
        if (report.cutoffs().length < 2) {
            return "";
        }
        StringBuilder section = new StringBuilder("<section id=\"lengths\"><h2>Longer lists</h2>\n");
        if (report.results().size() > MOST_LINES) {
            section.append("<p>The ").append(MOST_LINES).append(" best algorithms.</p>\n");
        }
        section.append(HtmlReport.legend(report)).append("<div class=\"charts\">\n");
        for (String metric : List.of("recall", "ndcg")) {
            String name = METRICS.getOrDefault(metric, metric);
            section.append("<figure><figcaption>")
                    .append(name)
                    .append("</figcaption>")
                    .append(lines(report, metric, name))
                    .append("</figure>\n");
        }
        return section.append("</div></section>\n").toString();
    }

    private static String lines(Report report, String metric, String name) {
        int[] cutoffs = report.cutoffs();
        LinePlot plot =
                new LinePlot(Arrays.stream(cutoffs).mapToObj(String::valueOf).toList());
        List<Integer> ranking = report.ranking();
        for (int place : ranking.subList(0, Math.min(MOST_LINES, ranking.size()))) {
            double[] values = Arrays.stream(cutoffs)
                    .mapToObj(k -> report.results().get(place).estimate(metric + "@" + k))
                    .flatMapToDouble(found -> found.stream().mapToDouble(Estimate::value))
                    .toArray();
            if (values.length == cutoffs.length) {
                plot.line(report.series(place), values);
            }
        }
        return plot.draw(metric + "-by-length", name, "length of the list");
    }
}
