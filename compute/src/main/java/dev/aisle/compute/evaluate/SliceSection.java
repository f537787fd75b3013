package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.Html;
import dev.aisle.algorithms.charts.IntervalPlot;
import dev.aisle.algorithms.charts.IntervalPlot.Row;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.compute.evaluate.Result.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How different people, and people in search of different items, are served. */
final class SliceSection {
    private static final int MOST_ROWS = 6;
    private static final Map<String, String> TITLES = Map.of(
            "history", "By how many items are known of the person",
            "items", "By the items that were looked for",
            "group", "By group of people",
            "price", "By price level of the items that were looked for",
            "brand", "By brand of the items that were looked for");

    private SliceSection() {}

    static String of(Report report) {
        Map<String, List<String>> kinds = kinds(report);
        if (kinds.isEmpty()) {
            return "";
        }
        List<Integer> ranking = report.ranking();
        List<Integer> shown = ranking.subList(0, Math.min(MOST_ROWS, ranking.size()));
        StringBuilder section = new StringBuilder("<section id=\"slices\"><h2>Who is served how well</h2>\n<p>");
        section.append("Recall at ").append(report.middle());
        section.append(shown.size() < ranking.size() ? " of the " + MOST_ROWS + " best algorithms. " : ". ");
        section.append(
                        "Wide intervals are small groups. An item is new when nobody took it before, rare when up to five people did; ")
                .append(
                        "head are the most popular items that together make 80 % of what was taken, tail all others.</p>\n")
                .append("<div class=\"charts\">\n");
        kinds.forEach((kind, names) -> section.append(chart(report, kind, names, shown)));
        section.append("</div>\n");
        kinds.forEach((kind, names) -> section.append(table(report, kind, names)));
        return section.append("</section>\n").toString();
    }

    /** The names of the slices by kind, as far as any result has them. */
    private static Map<String, List<String>> kinds(Report report) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        if (!report.results().isEmpty()) {
            report.results()
                    .getFirst()
                    .slices()
                    .forEach((name, slice) -> kinds.computeIfAbsent(slice.kind(), ignored -> new ArrayList<>())
                            .add(name));
        }
        return kinds;
    }

    private static String title(String kind) {
        return TITLES.getOrDefault(kind, "By " + kind);
    }

    private static String chart(Report report, String kind, List<String> names, List<Integer> shown) {
        String metric = "recall@" + report.middle();
        IntervalPlot plot = new IntervalPlot();
        for (String name : names) {
            List<Row> rows = new ArrayList<>();
            for (int place : shown) {
                if (report.results().get(place).outcome(name, metric) instanceof Estimate e) {
                    rows.add(new Row(report.series(place), e.value(), e.low(), e.high()));
                }
            }
            if (!rows.isEmpty()) {
                plot.group(heading(report, name), rows);
            }
        }
        return "<figure><figcaption>" + Html.escaped(title(kind)) + "</figcaption>"
                + plot.draw(
                        "slices-" + kind,
                        "Recall at " + report.middle() + ", " + title(kind).toLowerCase(Locale.ROOT))
                + "</figure>\n";
    }

    private static String heading(Report report, String name) {
        Slice slice = report.results().getFirst().slices().get(name);
        return name + (slice == null ? "" : " · " + slice.users() + " people");
    }

    private static String table(Report report, String kind, List<String> names) {
        List<String> metrics = List.of("recall@" + report.middle(), report.leading());
        List<String> columns = new ArrayList<>(List.of("Algorithm"));
        names.forEach(name -> metrics.forEach(metric -> columns.add(name + ", " + metric)));
        HtmlTable table = new HtmlTable(title(kind), columns);
        for (int place : report.ranking()) {
            table.row(report.series(place).key(), report.series(place).name());
            names.forEach(name -> metrics.forEach(
                    metric -> table.outcome(report.results().get(place).outcome(name, metric), false)));
            table.end();
        }
        return "<details><summary>" + Html.escaped(title(kind)) + ": numbers</summary>" + table.finished()
                + "</details>\n";
    }
}
