package dev.aisle.algorithms.experiment;

/**
 * Adds units up to {@link ArmSums}. Each sum is kept as two numbers, the second of which is what rounding took from the first, so that shards merge in any
 * order with one result.
 *
 * @see <a href="https://doi.org/10.1007/s00607-005-0139-x">Klein: A generalized Kahan-Babuška summation algorithm</a>
 */
public final class Tally {
    private static final int SUMS = 14;

    private final double[] high = new double[SUMS];
    private final double[] low = new double[SUMS];
    private long units;

    /** Adds a unit. */
    public void add(double x, double y, double b, double c) {
        units++;
        add(0, x);
        add(4, x * x, Math.fma(x, x, -(x * x)));
        if (y != 0) {
            add(1, y);
            add(5, y * y, Math.fma(y, y, -(y * y)));
            add(8, x * y, Math.fma(x, y, -(x * y)));
        }
        if (b != 0 || c != 0) {
            before(x, y, b, c);
        }
    }

    private void before(double x, double y, double b, double c) {
        add(2, b);
        add(3, c);
        add(6, b * b, Math.fma(b, b, -(b * b)));
        add(7, c * c, Math.fma(c, c, -(c * c)));
        add(9, x * b, Math.fma(x, b, -(x * b)));
        add(10, x * c, Math.fma(x, c, -(x * c)));
        add(11, y * b, Math.fma(y, b, -(y * b)));
        add(12, y * c, Math.fma(y, c, -(y * c)));
        add(13, b * c, Math.fma(b, c, -(b * c)));
    }

    /** Adds units of whom nothing is but zeros. */
    public void addZeros(long more) {
        units += more;
    }

    /** Adds another shard. */
    public void add(Tally other) {
        units += other.units;
        for (int sum = 0; sum < SUMS; sum++) {
            add(sum, other.high[sum], other.low[sum]);
        }
    }

    private void add(int sum, double value, double rest) {
        add(sum, value);
        low[sum] += rest;
    }

    /** Knuth's sum of two, which loses nothing. */
    private void add(int sum, double value) {
        double before = high[sum];
        double after = before + value;
        double part = after - before;
        low[sum] += before - (after - part) + (value - part);
        high[sum] = after;
    }

    /** What it comes to. */
    public ArmSums sums() {
        return new ArmSums(
                units, at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10), at(11), at(12),
                at(13));
    }

    private double at(int sum) {
        return high[sum] + low[sum];
    }
}
