package dev.aisle.platform.stored;

import dev.aisle.platform.stored.Deviation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows of a table beside those that must be there.
 *
 * @param table the database and table, such as {@code recommender.interaction}
 * @param due how many rows must be there
 * @param stored how many are
 * @param deviations every row that is missing, stored too often or foreign; one deviation each
 */
public record Comparison(String table, int due, int stored, List<Deviation> deviations) {
    public Comparison {
        deviations = List.copyOf(deviations);
    }

    /** Compares as multisets. */
    public static Comparison of(String table, Collection<Row> expected, Collection<Row> stored) {
        var due = counted(expected);
        var there = counted(stored);
        var all = new ArrayList<Deviation>();
        var rows = new TreeSet<>(due.keySet());
        rows.addAll(there.keySet());
        for (var row : rows) {
            int wanted = due.getOrDefault(row, 0);
            int found = there.getOrDefault(row, 0);
            var kind = found < wanted ? Kind.MISSING : wanted == 0 ? Kind.FOREIGN : Kind.DOUBLED;
            for (int i = 0; i < Math.abs(found - wanted); i++) {
                all.add(new Deviation(table, kind, row.event(), row.content(), row.at()));
            }
        }
        return new Comparison(table, expected.size(), stored.size(), all);
    }

    /** The deviations of several tables. */
    static List<Deviation> deviations(Collection<Comparison> all) {
        return all.stream().flatMap(one -> one.deviations().stream()).toList();
    }

    private static Map<Row, Integer> counted(Collection<Row> rows) {
        var counts = new TreeMap<Row, Integer>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }
}
