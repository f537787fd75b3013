package dev.aisle.algorithms.privacy.anonymity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The quasi-identifiers of a table, and perhaps a sensitive column. Rows that are equal in all of them are held once with their number,
 * so that looking at other levels costs one pass over those.
 */
public final class Table {
    private final List<Column> columns;
    private final int[][] codes;
    private final int[] sensitive;
    private final long[] weights;
    private final long rows;

    private Table(List<Column> columns, int[][] codes, int[] sensitive, long[] weights, long rows) {
        this.columns = columns;
        this.codes = codes;
        this.sensitive = sensitive;
        this.weights = weights;
        this.rows = rows;
    }

    /**
     * A table of columns of the same length.
     *
     * @param sensitive one value a row; empty when no l-diversity is asked for
     * @throws IllegalArgumentException when the columns' product is too large for a 64-bit key, or a hierarchy lacks a value
     */
    public static Table of(List<List<String>> columns, List<Hierarchy> hierarchies, List<String> sensitive) {
        List<Column> coded = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            coded.add(Column.of(columns.get(i), hierarchies.get(i)));
        }
        if (coded.isEmpty()
                || coded.stream()
                        .anyMatch(column ->
                                column.codes().length != coded.getFirst().codes().length)) {
            throw new IllegalArgumentException("expected columns of the same length");
        }
        int rows = coded.getFirst().codes().length;
        int[] sensitiveCodes = sensitive.isEmpty() ? new int[rows] : codes(sensitive);
        return distinct(coded, sensitiveCodes, rows);
    }

    private static int[] codes(List<String> values) {
        Map<String, Integer> codeOf = new HashMap<>();
        return values.stream()
                .mapToInt(value -> codeOf.computeIfAbsent(value, ignored -> codeOf.size()))
                .toArray();
    }

    private static Table distinct(List<Column> columns, int[] sensitive, int rows) {
        long sensitiveCodes = 1;
        for (int code : sensitive) {
            sensitiveCodes = Math.max(sensitiveCodes, code + 1L);
        }
        Keys keys = Keys.of(columns, new int[columns.size()], sensitiveCodes);
        Map<Long, Integer> firstRow = new HashMap<>();
        List<Integer> kept = new ArrayList<>();
        long[] counts = new long[rows];
        for (int row = 0; row < rows; row++) {
            int at = row;
            long key = keys.of(column -> columns.get(column).codes()[at]) * sensitiveCodes + sensitive[row];
            Integer first = firstRow.putIfAbsent(key, row);
            counts[first == null ? row : first]++;
            if (first == null) {
                kept.add(row);
            }
        }
        int[] picked = kept.stream().mapToInt(Integer::intValue).toArray();
        int[][] codes =
                columns.stream().map(column -> pick(column.codes(), picked)).toArray(int[][]::new);
        long[] weights = kept.stream().mapToLong(row -> counts[row]).toArray();
        return new Table(columns, codes, pick(sensitive, picked), weights, rows);
    }

    private static int[] pick(int[] from, int[] rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = from[rows[i]];
        }
        return picked;
    }

    /** How many levels each column has. */
    public int[] levels() {
        return columns.stream().mapToInt(column -> column.generalised().length).toArray();
    }

    /** What is lost at these levels, in bits over all rows; never less at a coarser one. */
    public double loss(int[] levels) {
        double loss = 0;
        for (int i = 0; i < levels.length; i++) {
            loss += columns.get(i).loss()[levels[i]];
        }
        return loss;
    }

    /** The loss when every value is hidden as far as its hierarchy goes. */
    public double greatestLoss() {
        int[] top = levels();
        for (int i = 0; i < top.length; i++) {
            top[i]--;
        }
        return loss(top);
    }

    /** The groups at these levels under the rules; the suppression limit is the caller's to compare with. */
    public Grouping group(int[] levels, AnonymityRules rules) {
        Groups groups = new Groups(weights.length);
        Keys keys = Keys.of(columns, levels, 1);
        for (int row = 0; row < weights.length; row++) {
            int group = groups.find(keys.ofRow(codes, row));
            groups.add(group, weights[row]);
        }
        return groups.judge(rules, rules.l() > 1 ? diversity(groups, keys) : null, rows);
    }

    private int[] diversity(Groups groups, Keys keys) {
        int[] distinct = new int[groups.count()];
        HashSet<Long> seen = new HashSet<>();
        for (int row = 0; row < weights.length; row++) {
            int group = groups.find(keys.ofRow(codes, row));
            if (seen.add(((long) group << Integer.SIZE) | sensitive[row])) {
                distinct[group]++;
            }
        }
        return distinct;
    }
}
