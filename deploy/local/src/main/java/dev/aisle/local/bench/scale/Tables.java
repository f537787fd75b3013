package dev.aisle.local.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plan as tables in Markdown, as docs/scale.md has them. */
final class Tables {
    private static final List<Size> SIZES =
            List.of(new Size(1_000, 1e6, 100_000), new Size(10_000, 1e7, 300_000), new Size(100_000, 1e8, 1_000_000));

    private Tables() {}

    /** A table for each size. */
    static List<String> lines(Plan plan, Costs costs) {
        List<String> lines = new ArrayList<>();
        for (Size size : SIZES) {
            lines.add("### " + words(size.eventsPerSecond()) + " events/s, " + words(size.people()) + " people");
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "%d partitions; %s products; %.1f events a day of each person; %s lists and %s decisions a second at the busiest time.",
                    plan.partitions(size),
                    words(size.products()),
                    size.eventsPerPersonAndDay(),
                    words(size.lists()),
                    words(size.decisions())));
            lines.add("");
            lines.add("| part | busy cores | instances | heap of each | disk |");
            lines.add("|---|---|---|---|---|");
            plan.of(size).forEach(need -> lines.add(row(need)));
            lines.add("");
            lines.add("| table | rows a second | days kept | bytes a row | one copy |");
            lines.add("|---|---|---|---|---|");
            KeptTable.of(size, costs).forEach(table -> lines.add(row(table)));
            lines.add("");
        }
        return lines;
    }

    private static String row(Need need) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %d | %s | %s |",
                need.part(),
                need.cores(),
                need.instances(),
                need.heap() == 0 ? "" : String.format(Locale.ROOT, "%.1f GB", need.heap()),
                need.disk() == 0 ? "" : String.format(Locale.ROOT, "%,.0f GB", Math.max(1, need.disk())));
    }

    private static String row(KeptTable table) {
        return String.format(
                Locale.ROOT,
                "| `%s` of %s | %,.0f | %.0f | %.0f | %,.0f GB |",
                table.table(),
                table.service(),
                table.rowsPerSecond(),
                table.days(),
                table.bytes(),
                Math.max(1, table.kept() / 1e9));
    }

    private static String words(double number) {
        return number >= 1e6
                ? String.format(Locale.ROOT, "%.0f million", number / 1e6)
                : String.format(Locale.ROOT, "%,.0f", number);
    }
}
