package dev.aisle.compute.evaluate;

import dev.aisle.compute.evaluate.Significance.Versus;
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
        text.append(String.format(Locale.ROOT, "%12s%9s%9s%n", "p to best", "fit s", "lists s"));
        for (int place = 0; place < report.results().size(); place++) {
            Result result = report.results().get(place);
            text.append(String.format(Locale.ROOT, "%-28s", result.spec().label()));
            metrics.forEach(
                    metric -> text.append(String.format(Locale.ROOT, "%12s", Report.value(result.outcome(metric)))));
            text.append(String.format(
                    Locale.ROOT,
                    "%12s%9.2f%9.2f%n",
                    toBest(report, place),
                    result.fitSeconds(),
                    result.recommendSeconds()));
        }
        return text.toString();
    }

    /** How likely the distance to the best is chance, after Holm for all pairs. */
    private static String toBest(Report report, int place) {
        int best = report.ranking().getFirst();
        return place == best
                ? "best"
                : report.significance()
                        .versus(report.leading(), best, place)
                        .map(Versus::p)
                        .map(TextTable::p)
                        .orElse("-");
    }

    /** A p-value as one would print it. */
    static String p(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
