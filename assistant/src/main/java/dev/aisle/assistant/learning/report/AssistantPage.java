package dev.aisle.assistant.learning.report;

import dev.aisle.algorithms.charts.Html;
import dev.aisle.algorithms.charts.LinePlot;
import dev.aisle.algorithms.charts.Series;
import dev.aisle.algorithms.charts.Theme;
import dev.aisle.assistant.learning.report.AssistantReport.Row;
import dev.aisle.assistant.shared.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The report as one page that needs nothing else: no script, no other file. */
final class AssistantPage {
    private static final String STYLE = """
            *{box-sizing:border-box}body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;color:var(--ink);
            background:var(--ground)}h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin:2rem 0 .4rem}.facts,caption,figcaption{color:var(--soft)}
            figure{margin:0 0 1rem;padding:.8rem;background:var(--card);border-radius:.6rem}.wide{overflow-x:auto}
            table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}th,td{padding:.35rem .7rem;text-align:right;
            border-bottom:1px solid var(--rule);font-weight:400;white-space:nowrap}thead th{color:var(--soft)}th:first-child,td:nth-child(2){text-align:left}
            """;
    private static final String TOO_FEW =
            "<p>Nothing can be told of these days: in none of them enough people spoke.</p>";
    private static final String NONE_LEFT =
            "<p>Your new numbers of people are used up for today (UTC); how many there are is set by aisle.guard.deviation.</p>";
    private static final int MOST_LABELLED = 8;

    private AssistantPage() {}

    static String of(AssistantReport report, Days.Span days) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Assistant</title><style>");
        page.append(Theme.STYLE)
                .append(STYLE)
                .append("</style></head><body><main><h1>Assistant</h1><p class=\"facts\">");
        page.append(days.from())
                .append(" to ")
                .append(days.to())
                .append(
                        " (UTC). Each person counts once, with the latest conversation; numbers have noise, and rows of");
        page.append(" too few people are left out.</p>");
        if (report.days().isEmpty()) {
            page.append(report.noneLeft() ? NONE_LEFT : TOO_FEW);
        } else {
            page.append("<h2>Solved without a person</h2>");
            languages(report.days()).forEach((language, rows) -> page.append(figure(language, rows)));
            table(page, "By variation of answers", report.variations());
            table(page, "By day and language", report.days());
            page.append(
                    "<p class=\"facts\">Solved: something was answered, nobody was called, the last thumb is not down, and it is not one star or two.</p>");
        }
        return page.append("</main></body></html>\n").toString();
    }

    private static Map<String, List<Row>> languages(List<Row> days) {
        Map<String, List<Row>> languages = new TreeMap<>();
        days.reversed()
                .forEach(row -> languages
                        .computeIfAbsent(row.name(), _ -> new ArrayList<>())
                        .add(row));
        return languages;
    }

    /** A line of one language alone, since days that aren't told differ from one to the other. */
    private static String figure(String language, List<Row> rows) {
        int every = Math.ceilDiv(rows.size(), MOST_LABELLED);
        List<String> labels = new ArrayList<>();
        double[] solved = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            LocalDate day = rows.get(i).day();
            labels.add(i % every == 0 && day != null ? day.getDayOfMonth() + "." + day.getMonthValue() + "." : "");
            solved[i] = 100 * rows.get(i).solvedShare();
        }
        String name = language.equals("zh") ? "Chinese" : "English";
        return "<figure><figcaption>" + name + ", % of people</figcaption>"
                + new LinePlot(labels)
                        .line(new Series(name, language.equals("zh") ? 1 : 0), solved)
                        .draw("solved-" + Html.escaped(language), "solved %", "days")
                + "</figure>";
    }

    private static void table(StringBuilder page, String caption, List<Row> rows) {
        page.append("<h2>")
                .append(caption)
                .append("</h2><div class=\"wide\"><table><thead><tr><th scope=\"col\">Day</th><th scope=\"col\"></th>");
        for (String head : List.of("People", "Solved", "To a person", "Unsure", "Helpful", "Stars")) {
            page.append("<th scope=\"col\">").append(head).append("</th>");
        }
        page.append("</tr></thead><tbody>");
        for (Row row : rows) {
            page.append("<tr><th scope=\"row\">")
                    .append(row.day() == null ? "all" : row.day())
                    .append("</th><td>");
            page.append(Html.escaped(row.name())).append("</td><td>").append(row.people());
            page.append(cell(row.solvedShare(), 100, "%")).append(cell(row.handedOverShare(), 100, "%"));
            page.append(cell(row.unsureShare(), 100, "%")).append(cell(row.helpfulShare(), 100, "%"));
            page.append(cell(row.stars(), 1, "")).append("</td></tr>");
        }
        page.append("</tbody></table></div>");
    }

    private static String cell(@Nullable Double value, int factor, String unit) {
        return "</td><td>" + (value == null ? "–" : String.format(Locale.ROOT, "%.1f%s", factor * value, unit));
    }
}
