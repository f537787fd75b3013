package dev.aisle.compute.evaluate;

import java.util.SplittableRandom;

/**
 * Where a search looks for a parameter, spread evenly over its logarithm.
 *
 * @param low lower end, &gt; 0 unless both are 0
 * @param high upper end; 0 when a search leaves the parameter alone
 */
record Range(double low, double high) {
    /** A search leaves the parameter alone. */
    static final Range NONE = new Range(0, 0);

    static Range of(double low, double high) {
        return new Range(low, high);
    }

    boolean open() {
        return high > 0;
    }

    double draw(SplittableRandom random) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
