package dev.aisle.local.stored;

import dev.aisle.local.stored.Deviation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of a table beside those that must be there. */
final class Comparison {
    private Comparison() {}

    /** Every row that is missing, stored too often or foreign; one deviation each. */
    static List<Deviation> of(String table, Collection<Row> expected, Collection<Row> stored) {
        var due = counted(expected);
        var there = counted(stored);
        var all = new ArrayList<Deviation>();
        var rows = new TreeSet<>(due.keySet());
        rows.addAll(there.keySet());
        for (var row : rows) {
            int wanted = due.getOrDefault(row, 0);
            int found = there.getOrDefault(row, 0);
            var kind = found < wanted ? Kind.MISSING : wanted == 0 ? Kind.FOREIGN : Kind.DOUBLED;
            all.addAll(Collections.nCopies(
                    Math.abs(found - wanted), new Deviation(table, kind, row.event(), row.content())));
        }
        return all;
    }

    private static Map<Row, Integer> counted(Collection<Row> rows) {
        var counts = new TreeMap<Row, Integer>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }
}
