package dev.aisle.assistant.learning.report;

import dev.aisle.assistant.learning.report.AssistantReport.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report as a table; names and numbers only, so that nothing needs quotes. */
final class AssistantCsv {
    private AssistantCsv() {}

    static String of(AssistantReport report) {
        StringBuilder rows = new StringBuilder(
                "by,day,name,people,solved_share,handed_over_share,unsure_share,helpful_share,stars\n");
        report.days().forEach(row -> append(rows, "language", row));
        report.variations().forEach(row -> append(rows, "variation", row));
        return rows.toString();
    }

    private static void append(StringBuilder rows, String by, Row row) {
        rows.append(by).append(',').append(row.day() == null ? "" : row.day()).append(',');
        rows.append(row.name()).append(',').append(row.people());
        for (Double share : new Double[] {row.solvedShare(), row.handedOverShare(), row.unsureShare()}) {
            rows.append(',').append(number(share));
        }
        rows.append(',')
                .append(number(row.helpfulShare()))
                .append(',')
                .append(number(row.stars()))
                .append('\n');
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
