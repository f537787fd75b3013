package dev.aisle.algorithms.bandits;

/**
 * Optimism in the face of uncertainty: an arm is worth its mean and what its few trials may hide.
 *
 * @see <a href="https://doi.org/10.1023/A:1013689704352">Auer, Cesa-Bianchi, Fischer 2002</a>
 */
public final class Ucb1 {
    private Ucb1() {}

    /**
     * The bounds: mean + √(2 ln N / n).
     *
     * @param trials one an arm; an arm without any is worth +∞
     * @param sums of the rewards, each in [0, 1]
     */
    public static double[] bounds(long[] trials, double[] sums) {
        long all = 0;
        for (long one : trials) {
            all += one;
        }
        double[] bounds = new double[trials.length];
        for (int arm = 0; arm < bounds.length; arm++) {
            bounds[arm] = trials[arm] == 0
                    ? Double.POSITIVE_INFINITY
                    : sums[arm] / trials[arm] + Math.sqrt(2 * Math.log((double) all) / trials[arm]);
        }
        return bounds;
    }
}
