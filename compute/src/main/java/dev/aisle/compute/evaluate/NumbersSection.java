package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.Html;
import dev.aisle.compute.evaluate.AlgorithmSpec.Tried;
import dev.aisle.compute.evaluate.AlgorithmSpec.Tuned;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All numbers. */
final class NumbersSection {
    private NumbersSection() {}

    static String of(Report report) {
        StringBuilder section = new StringBuilder("<section id=\"numbers\"><h2>All numbers</h2>\n");
        section.append("<p>Small print: 95 % bootstrap interval over people, or why there is no value.</p>\n");
        Set<String> names = new LinkedHashSet<>();
        report.results().forEach(result -> names.addAll(result.metrics().keySet()));
        for (int k : report.cutoffs()) {
            List<String> atK =
                    names.stream().filter(name -> name.endsWith("@" + k)).toList();
            section.append("<details><summary>Lists of ").append(k).append("</summary>");
            section.append(table(report, "Lists of " + k, atK)).append("</details>\n");
        }
        List<String> others = names.stream().filter(name -> !name.contains("@")).toList();
        if (!others.isEmpty()) {
            section.append("<details><summary>Ratings</summary>")
                    .append(table(report, "Predicted ratings", others))
                    .append("</details>\n");
        }
        return section.append(settings(report))
                .append(searches(report))
                .append("</section>\n")
                .toString();
    }

    private static String table(Report report, String caption, List<String> metrics) {
        List<String> columns = new ArrayList<>(List.of("Metric"));
        report.ranking().forEach(place -> columns.add(report.series(place).name()));
        HtmlTable table = new HtmlTable(caption, columns);
        for (String metric : metrics) {
            table.row("", metric);
            report.ranking()
                    .forEach(place -> table.outcome(report.results().get(place).outcome(metric), false));
            table.end();
        }
        return table.finished();
    }

    /** What was tried to choose parameters, on the validation part. */
    private static String searches(Report report) {
        StringBuilder tables = new StringBuilder();
        for (int place : report.ranking()) {
            report.results()
                    .get(place)
                    .spec()
                    .tuned()
                    .ifPresent(tuned -> tables.append("<details><summary>Search of ")
                            .append(Html.escaped(report.series(place).name()))
                            .append("</summary>")
                            .append(search(tuned))
                            .append("</details>\n"));
        }
        return tables.toString();
    }

    private static String search(Tuned tuned) {
        HtmlTable table = new HtmlTable(
                String.format(Locale.ROOT, "%s of %d settings, the defaults first", tuned.method(), tuned.trials()),
                List.of("Try", "questions of the validation part", tuned.metric(), "settings"));
        for (int n = 0; n < tuned.tried().size(); n++) {
            Tried one = tuned.tried().get(n);
            table.row("", String.valueOf(n + 1)).cell(String.format(Locale.ROOT, "%.0f %%", 100 * one.share()));
            table.cell(one.score().isPresent() ? HtmlTable.number(one.score().getAsDouble()) : "no solution");
            table.cell(one.parameters().toString()).end();
        }
        return table.finished();
    }

    private static String settings(Report report) {
        HtmlTable table = new HtmlTable(
                "Settings and cost", List.of("Algorithm", "asked for", "settings", "fit, s", "lists, s", "peak, MB"));
        for (int place : report.ranking()) {
            Result result = report.results().get(place);
            table.row(report.series(place).key(), report.series(place).name());
            table.cell(result.spec().label()).cell(result.spec().parameters().toString());
            table.cell(String.format(Locale.ROOT, "%.2f", result.fitSeconds()));
            table.cell(String.format(Locale.ROOT, "%.2f", result.recommendSeconds()));
            table.cell(String.format(Locale.ROOT, "%d", result.peakBytes() >> 20));
            table.end();
        }
        return "<details open><summary>Settings and cost</summary>" + table.finished() + "</details>\n";
    }
}
