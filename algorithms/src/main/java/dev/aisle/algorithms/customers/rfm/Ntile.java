package dev.aisle.algorithms.customers.rfm;

import java.util.Comparator;
import java.util.stream.IntStream;

/** SQL's {@code NTILE(n) OVER (ORDER BY value, id)}. */
public final class Ntile {
    private Ntile() {}

    /**
     * The tile of each value, from 1 for the lowest. Sizes differ by one at most, the greater ones come first; among equal values
     * the place in the list decides, which therefore is in the order of the ids.
     *
     * @param values in the order of the ids; negate what counts best when it is small, such as the days since a purchase
     * @param tiles ≥ 1
     * @throws IllegalArgumentException without a tile, or with a value that is no number
     */
    public static int[] of(double[] values, int tiles) {
        if (tiles < 1) {
            throw new IllegalArgumentException("tiles: expected 1 or more, was " + tiles);
        }
        for (double value : values) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("values: expected numbers");
            }
        }
        int[] order = IntStream.range(0, values.length)
                .boxed()
                // Adding 0 makes -0.0 the equal of 0.0, which the comparator tells apart.
                .sorted(Comparator.comparingDouble(n -> values[n] + 0.0))
                .mapToInt(n -> n)
                .toArray();
        int[] found = new int[values.length];
        int size = values.length / tiles;
        int greater = values.length % tiles;
        for (int rank = 0; rank < order.length; rank++) {
            int inGreater = greater * (size + 1);
            found[order[rank]] = rank < inGreater ? rank / (size + 1) + 1 : greater + (rank - inGreater) / size + 1;
        }
        return found;
    }
}
