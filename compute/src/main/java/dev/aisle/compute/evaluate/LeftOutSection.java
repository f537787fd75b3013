package dev.aisle.compute.evaluate;

import java.util.List;
import java.util.Locale;

/** Who and what the numbers aren't about. */
final class LeftOutSection {
    private LeftOutSection() {}

    static String of(Report report) {
        List<LeftOut> leftOut = report.data().leftOut();
        if (leftOut.isEmpty() && report.absent().isEmpty()) {
            return "";
        }
        StringBuilder section = new StringBuilder("<section id=\"left-out\"><h2>Who and what was left out</h2>\n");
        if (!leftOut.isEmpty()) {
            HtmlTable table = new HtmlTable("What the numbers aren't about", List.of("What", "how many", "why"));
            leftOut.forEach(one -> table.row("", one.what())
                    .cell(String.format(Locale.ROOT, "%,d", one.count()))
                    .words(one.reason())
                    .end());
            section.append(table.finished());
        }
        if (!report.absent().isEmpty()) {
            HtmlTable table = new HtmlTable("Algorithms that don't take part", List.of("Algorithm", "why"));
            report.absent()
                    .forEach(one ->
                            table.row("", one.label()).words(one.reason()).end());
            section.append(table.finished());
        }
        return section.append("</section>\n").toString();
    }
}
