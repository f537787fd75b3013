package dev.aisle.algorithms.privacy.anonymity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A quasi-identifier in numbers: the code of each row's value, and the code of each value at each level.
 *
 * @param codes by row, {@code 0 ≤ code < distinct values}
 * @param generalised by level and code; from 0 at every level
 * @param cardinality how many codes there are at each level
 * @param loss non-uniform entropy in bits at each level, 0 at level 0
 */
record Column(int[] codes, int[][] generalised, int[] cardinality, double[] loss) {
    static Column of(List<String> values, Hierarchy hierarchy) {
        Map<String, Integer> codeOf = new HashMap<>();
        int[] codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codeOf.computeIfAbsent(values.get(row), ignored -> codeOf.size());
        }
        int levels = hierarchy.levels();
        int[][] generalised = new int[levels][codeOf.size()];
        int[] cardinality = new int[levels];
        for (int level = 0; level < levels; level++) {
            Map<String, Integer> coarse = new HashMap<>();
            for (Map.Entry<String, Integer> value : codeOf.entrySet()) {
                generalised[level][value.getValue()] =
                        coarse.computeIfAbsent(hierarchy.at(value.getKey(), level), ignored -> coarse.size());
            }
            cardinality[level] = coarse.size();
        }
        return new Column(codes, generalised, cardinality, loss(codes, generalised, cardinality));
    }

    /**
     * −Σ log₂(N(v)/N(g(v))) over the rows: what is not known any more about the value.
     *
     * @see <a href="https://doi.org/10.1145/1807085.1807100">Gionis, Tassa 2009, non-uniform entropy</a>
     */
    private static double[] loss(int[] codes, int[][] generalised, int[] cardinality) {
        long[] count = new long[cardinality.length == 0 ? 0 : generalised[0].length];
        for (int code : codes) {
            count[code]++;
        }
        double[] loss = new double[generalised.length];
        for (int level = 0; level < generalised.length; level++) {
            long[] coarse = new long[cardinality[level]];
            for (int code = 0; code < count.length; code++) {
                coarse[generalised[level][code]] += count[code];
            }
            for (int code = 0; code < count.length; code++) {
                loss[level] +=
                        count[code] * Math.log((double) coarse[generalised[level][code]] / count[code]) / Math.log(2);
            }
        }
        return loss;
    }
}
