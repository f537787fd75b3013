package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Outcome;
import java.util.Locale;

/** A report as one page that needs nothing else. */
final class HtmlReport {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1f}
            table{border-collapse:collapse;margin:1rem 0 2rem}th,td{padding:.4rem .8rem;text-align:right;border-bottom:1px solid #ddd}
            th:first-child,td:first-child{text-align:left}td small{display:block;color:#666}.best{font-weight:700}
            div{overflow-x:auto}""";

    private HtmlReport() {}

    static String of(Report report) {
        Dataset data = report.data();
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(data.name()));
        page.append("</title><style>").append(STYLE).append("</style></head><body>\n");
        page.append("<h1>Recommenders on ").append(escaped(data.name())).append("</h1>\n");
        page.append(String.format(
                Locale.ROOT,
                "<p>Split: %s. %,d people judged, %,d people and %,d items in training, %,d pairs. %s</p>%n",
                escaped(data.split()),
                report.judgedUsers(),
                data.train().userCount(),
                data.train().itemCount(),
                data.train().size(),
                "Small print: 95 % bootstrap interval over people."));
        page.append(table(report, Result.EVERYBODY));
        if (!report.results().isEmpty()) {
            report.results().getFirst().slices().forEach((name, slice) -> page.append(table(report, name)));
        }
        return page.append("</body></html>\n").toString();
    }

    private static String table(Report report, String slice) {
        StringBuilder table =
                new StringBuilder("<h2>").append(escaped(slice)).append("</h2>\n<div><table><tr><th>Algorithm");
        report.tableMetrics().forEach(metric -> table.append("<th>").append(escaped(metric)));
        table.append("<th>fit, s<th>lists, s<th>peak, MB</tr>\n");
        for (Result result : report.results()) {
            table.append("<tr><td>").append(escaped(result.spec().label()));
            report.tableMetrics()
                    .forEach(metric -> table.append(cell(result.outcome(slice, metric), best(report, slice, metric))));
            table.append(String.format(
                    Locale.ROOT,
                    "<td>%.2f<td>%.2f<td>%d</tr>%n",
                    result.fitSeconds(),
                    result.recommendSeconds(),
                    result.peakBytes() >> 20));
        }
        return table.append("</table></div>\n").toString();
    }

    private static double best(Report report, String slice, String metric) {
        return report.results().stream()
                .map(result -> result.outcome(slice, metric))
                .mapToDouble(outcome -> outcome instanceof Outcome.Estimate e ? e.value() : Double.NEGATIVE_INFINITY)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static String cell(Outcome outcome, double best) {
        return switch (outcome) {
            case Outcome.Estimate e ->
                String.format(
                        Locale.ROOT,
                        "<td%s>%.4f<small>%.4f – %.4f</small>",
                        e.value() >= best ? " class=\"best\"" : "",
                        e.value(),
                        e.low(),
                        e.high());
            case Outcome.Undefined u -> "<td title=\"" + escaped(u.reason()) + "\">–";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
