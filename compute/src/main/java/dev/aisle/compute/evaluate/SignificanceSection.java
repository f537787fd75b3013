package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.Html;
import dev.aisle.compute.evaluate.Significance.Versus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which algorithm is above which, and whether that is more than chance. */
final class SignificanceSection {
    private SignificanceSection() {}

    static String of(Report report) {
        if (report.significance().byMetric().isEmpty()) {
            return "";
        }
        StringBuilder section = new StringBuilder("<section id=\"significance\"><h2>Is the difference real?</h2>\n<p>");
        section.append("How much the algorithm of the row is above that of the column, on the same people. ")
                .append(
                        "▲ above and ▼ below by more than chance: p &lt; 0.05 in a two-sided randomisation test over people, ")
                .append("after Holm for all pairs. ≈ could be chance.</p>\n");
        report.significance().byMetric().keySet().forEach(metric -> section.append(matrix(report, metric)));
        return section.append("</section>\n").toString();
    }

    private static String matrix(Report report, String metric) {
        List<Integer> ranking = report.ranking();
        List<String> columns = new ArrayList<>(List.of(metric));
        ranking.forEach(place -> columns.add(report.series(place).name()));
        HtmlTable table = new HtmlTable("Differences in " + metric, columns);
        for (int row : ranking) {
            table.row(report.series(row).key(), report.series(row).name());
            for (int column : ranking) {
                report.significance()
                        .versus(metric, row, column)
                        .ifPresentOrElse(versus -> cell(table, versus), () -> table.cell(""));
            }
            table.end();
        }
        boolean open = metric.equals(report.leading());
        return "<details" + (open ? " open" : "") + "><summary>" + Html.escaped(metric) + "</summary>"
                + table.finished() + "</details>\n";
    }

    private static void cell(HtmlTable table, Versus versus) {
        String sign = !versus.significant() ? "≈" : versus.difference() > 0 ? "▲" : "▼";
        String classes = !versus.significant() ? "" : versus.difference() > 0 ? "above" : "below";
        table.cell(
                classes,
                String.format(Locale.ROOT, "%s %+.4f", sign, versus.difference()),
                String.format(
                        Locale.ROOT, "%+.4f to %+.4f, p %s", versus.low(), versus.high(), TextTable.p(versus.p())));
    }
}
