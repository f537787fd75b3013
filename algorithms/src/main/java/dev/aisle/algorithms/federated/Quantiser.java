package dev.aisle.algorithms.federated;

/**
 * Numbers as integers modulo 2⁶⁴, in which masks hide them perfectly and sums are exact: {@code q = round(2²⁴ x)}. Of up to 256 partners the sum can't wrap
 * around.
 */
public final class Quantiser {
    /** Integers to one. */
    static final double UNITS = 1 << 24;

    /** The greatest magnitude that one partner may add to. */
    static final double MOST = 1L << 31;

    private Quantiser() {}

    /**
     * Rounds.
     *
     * @throws IllegalArgumentException with the place of a number that isn't finite or too large
     */
    public static long[] quantised(double[] values) {
        long[] quantised = new long[values.length];
        for (int n = 0; n < values.length; n++) {
            if (!(Math.abs(values[n]) <= MOST)) {
                throw new IllegalArgumentException(
                        "place " + n + ": expected a number of at most 2^31, was " + values[n]);
            }
            quantised[n] = Math.round(values[n] * UNITS);
        }
        return quantised;
    }

    /** The numbers of a sum. */
    public static double[] numbers(long[] sum) {
        double[] numbers = new double[sum.length];
        for (int n = 0; n < sum.length; n++) {
            numbers[n] = sum[n] / UNITS;
        }
        return numbers;
    }

    /** {@code into += addend}, modulo 2⁶⁴. */
    public static void add(long[] into, long[] addend) {
        if (into.length != addend.length) {
            throw new IllegalArgumentException("expected " + into.length + " numbers, were " + addend.length);
        }
        for (int n = 0; n < into.length; n++) {
            into[n] += addend[n];
        }
    }

    /** By how much rounding can lengthen the difference that one person makes: {@code √length} units in the Euclidean norm. */
    public static double slack(int length) {
        return Math.sqrt(length) / UNITS;
    }
}
