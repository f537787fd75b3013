package dev.aisle.algorithms.uplift;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows by score. */
final class Ranking {
    private Ranking() {}

    /** The rows, best first; of equal ones the later first, as reversing a stable ascending sort gives. */
    static int[] bestFirst(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> scores[row])
                        .thenComparingInt(row -> row)
                        .reversed())
                .mapToInt(row -> row)
                .toArray();
    }
}
