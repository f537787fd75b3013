package dev.aisle.algorithms.evaluate;

import java.util.stream.IntStream;

/** Adjusts p-values of several tests at once, so that the chance of any false finding stays below the level. */
final class Holm {
    private Holm() {}

    /**
     * The adjusted p-values: of m ascending ones the i-th times m − i + 1, never below the one before, at most 1.
     *
     * @param p from 0 to 1
     * @return in the order given
     * @see <a href="https://www.jstor.org/stable/4615733">Holm 1979</a>
     */
    static double[] adjust(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double before = 0;
        for (int n = 0; n < p.length; n++) {
            before = Math.max(before, Math.min(1, p[ascending[n]] * (p.length - n)));
            adjusted[ascending[n]] = before;
        }
        return adjusted;
    }
}
