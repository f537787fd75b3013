package dev.aisle.algorithms.privacy.anonymity;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** Packs a row at some levels into one number, in a mixed radix: equal numbers, equal rows. */
final class Keys {
    private final int[][] generalised;
    private final long[] radix;

    private Keys(int[][] generalised, long[] radix) {
        this.generalised = generalised;
        this.radix = radix;
    }

    static Keys of(List<Column> columns, int[] levels, long more) {
        int[][] generalised = new int[levels.length][];
        long[] radix = new long[levels.length];
        long product = more;
        for (int i = 0; i < levels.length; i++) {
            generalised[i] = columns.get(i).generalised()[levels[i]];
            radix[i] = columns.get(i).cardinality()[levels[i]];
            try {
                product = Math.multiplyExact(product, radix[i]);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("too many quasi-identifiers with too many values", e);
            }
        }
        return new Keys(generalised, radix);
    }

    long of(IntUnaryOperator codeOfColumn) {
        long key = 0;
        for (int i = 0; i < radix.length; i++) {
            key = key * radix[i] + generalised[i][codeOfColumn.applyAsInt(i)];
        }
        return key;
    }

    long ofRow(int[][] codes, int row) {
        long key = 0;
        for (int i = 0; i < radix.length; i++) {
            key = key * radix[i] + generalised[i][codes[i][row]];
        }
        return key;
    }
}
