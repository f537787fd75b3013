package dev.aisle.algorithms.privacy.anonymity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the values of a column become coarser: for each value its form at every level, level 0 being the value itself. */
public final class Hierarchy {
    private final Map<String, List<String>> rows;
    private final int levels;

    private Hierarchy(Map<String, List<String>> rows, int levels) {
        this.rows = rows;
        this.levels = levels;
    }

    /**
     * Takes rows such as {@code 45, 45-49, 40-49, *}.
     *
     * @throws IllegalArgumentException when rows have different lengths, a value comes twice, or two values that are one at a level
     *     are two again at the next: then generalising would not be coarser
     */
    public static Hierarchy of(Collection<List<String>> rows) {
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        int levels = rows.isEmpty() ? 0 : rows.iterator().next().size();
        for (List<String> row : rows) {
            if (row.isEmpty() || row.size() != levels) {
                throw new IllegalArgumentException("a hierarchy's rows must all have the same number of levels");
            }
            if (byValue.put(row.getFirst(), List.copyOf(row)) != null) {
                throw new IllegalArgumentException("a value comes twice in a hierarchy: " + row.getFirst());
            }
        }
        if (levels == 0) {
            throw new IllegalArgumentException("a hierarchy needs a row");
        }
        for (int level = 0; level < levels - 1; level++) {
            requireCoarser(byValue.values(), level);
        }
        return new Hierarchy(byValue, levels);
    }

    /** The hierarchy of a column that is either shown or hidden. */
    public static Hierarchy suppressing(Collection<String> values) {
        return of(values.stream().distinct().map(value -> List.of(value, "*")).toList());
    }

    private static void requireCoarser(Collection<List<String>> rows, int level) {
        Map<String, String> next = new LinkedHashMap<>();
        for (List<String> row : rows) {
            String before = next.put(row.get(level), row.get(level + 1));
            if (before != null && !before.equals(row.get(level + 1))) {
                throw new IllegalArgumentException("'" + row.get(level) + "' becomes both '" + before + "' and '"
                        + row.get(level + 1) + "' at level " + (level + 1));
            }
        }
    }

    /** How many levels there are, with that of the values themselves. */
    public int levels() {
        return levels;
    }

    /**
     * A value at a level.
     *
     * @throws IllegalArgumentException when the hierarchy doesn't know the value
     */
    public String at(String value, int level) {
        List<String> row = rows.get(value);
        if (row == null) {
            throw new IllegalArgumentException("the hierarchy doesn't have the value '" + value + "'");
        }
        return row.get(level);
    }
}
