package dev.aisle.algorithms.bandits;

import java.util.Arrays;

/** Exploration that never ends: no arm is shown more rarely than a floor, so that what is logged can be weighed. */
public final class Floor {
    private Floor() {}

    /**
     * The weights above a floor.
     *
     * @param weights that sum to 1
     * @param floor least weight of each arm; below 0 it is 0, and where there are too many arms for it all are shown alike
     * @return floor + (1 − K · floor) · weight
     */
    public static double[] under(double[] weights, double floor) {
        int arms = weights.length;
        double least = Math.max(0, Math.min(floor, 1.0 / arms));
        return Arrays.stream(weights)
                .map(weight -> least + (1 - arms * least) * weight)
                .toArray();
    }
}
