package dev.aisle.algorithms.customers.imputation;

import java.util.Arrays;
import java.util.List;

/** Leaving out, and filling a column from itself. NaN is missing; infinite values are refused. */
public final class Missing {
    private Missing() {}

    /** The numbers of the rows that lack nothing (listwise deletion). */
    public static int[] completeRows(double[][] rows) {
        int[] complete = new int[rows.length];
        int found = 0;
        for (int n = 0; n < rows.length; n++) {
            if (Arrays.stream(rows[n]).noneMatch(Double::isNaN)) {
                complete[found++] = n;
            }
        }
        return Arrays.copyOf(complete, found);
    }

    /** The mean fills what is missing. */
    public static List<Filled> byMean(double[] column) {
        return constant(
                column, FillMethod.MEAN, Arrays.stream(seen(column)).average().orElseThrow());
    }

    /** The median fills what is missing, of an even number the middle of the two. */
    public static List<Filled> byMedian(double[] column) {
        double[] sorted = seen(column);
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double lower = sorted[(sorted.length - 1) / 2];
        return constant(column, FillMethod.MEDIAN, lower + (sorted[half] - lower) / 2);
    }

    /** The most frequent value fills what is missing. */
    public static List<Filled> byMode(double[] column) {
        double[] sorted = seen(column);
        Arrays.sort(sorted);
        double mode = sorted[0];
        int most = 0;
        int run = 0;
        for (int n = 0; n < sorted.length; n++) {
            run = n > 0 && sorted[n] == sorted[n - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                mode = sorted[n];
            }
        }
        return constant(column, FillMethod.MODE, mode);
    }

    /**
     * The line between the neighbours that were seen fills what is missing; before the first and behind the last it is that one.
     *
     * @param positions of the values, such as days; ascending, each once
     */
    public static List<Filled> byInterpolation(double[] positions, double[] column) {
        seen(column);
        if (positions.length != column.length) {
            throw new IllegalArgumentException("positions: expected as many as values");
        }
        for (int n = 0; n < positions.length; n++) {
            if (!Double.isFinite(positions[n]) || (n > 0 && positions[n] <= positions[n - 1])) {
                throw new IllegalArgumentException("positions: expected finite and ascending numbers");
            }
        }
        Filled[] filled = new Filled[column.length];
        int last = -1;
        for (int n = 0; n < column.length; n++) {
            if (!Double.isNaN(column[n])) {
                filled[n] = Filled.observed(column[n]);
                between(positions, column, last, n, filled);
                last = n;
            }
        }
        Arrays.fill(filled, last + 1, column.length, new Filled(column[last], FillMethod.NEAREST));
        return List.of(filled);
    }

    private static void between(double[] positions, double[] column, int from, int to, Filled[] filled) {
        for (int n = from + 1; n < to; n++) {
            if (from < 0) {
                filled[n] = new Filled(column[to], FillMethod.NEAREST);
            } else {
                double share = (positions[n] - positions[from]) / (positions[to] - positions[from]);
                double value = (1 - share) * column[from] + share * column[to];
                filled[n] = new Filled(value, FillMethod.LINEAR_INTERPOLATION);
            }
        }
    }

    private static List<Filled> constant(double[] column, FillMethod method, double value) {
        Filled filling = new Filled(value, method);
        return Arrays.stream(column)
                .mapToObj(cell -> Double.isNaN(cell) ? filling : Filled.observed(cell))
                .toList();
    }

    /** @throws IllegalArgumentException when no value was seen, or one is infinite */
    static double[] seen(double[] column) {
        double[] seen =
                Arrays.stream(column).filter(value -> !Double.isNaN(value)).toArray();
        if (seen.length == 0 || !Arrays.stream(seen).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("column: expected finite values, at least one of them seen");
        }
        return seen;
    }
}
