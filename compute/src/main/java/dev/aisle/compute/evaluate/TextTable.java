package dev.aisle.compute.evaluate;

import java.util.List;
import java.util.Locale;

/** A report as a table for the terminal. */
final class TextTable {
    private TextTable() {}

    static String of(Report report) {
        List<String> metrics = report.tableMetrics();
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-28s", "algorithm"));
        metrics.forEach(metric -> text.append(String.format(Locale.ROOT, "%12s", metric)));
        text.append(String.format(Locale.ROOT, "%9s%9s%n", "fit s", "lists s"));
        for (Result result : report.results()) {
            text.append(String.format(Locale.ROOT, "%-28s", result.spec().label()));
            metrics.forEach(metric -> text.append(
                    String.format(Locale.ROOT, "%12s", Report.value(result.outcome(Result.EVERYBODY, metric)))));
            text.append(String.format(Locale.ROOT, "%9.2f%9.2f%n", result.fitSeconds(), result.recommendSeconds()));
        }
        return text.toString();
    }
}
