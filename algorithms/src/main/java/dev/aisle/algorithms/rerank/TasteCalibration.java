package dev.aisle.algorithms.rerank;

/**
 * Calibrated lists: the categories of the list stand in the proportion of the person's history. Greedily maximises
 * {@code (1 − λ) Σ r_i − λ KL(p ‖ q̃)} with {@code q̃_c = 0.99 n_c / N + 0.01 p_c}, where n_c counts the list's items of the category and N is the length
 * of the list when it is full. With λ = 1 the greedy list has the least divergence that there is, since the objective is concave in each
 * n_c.
 *
 * @param strength λ, from 0 (the order of the relevances) to 1
 * @see <a href="https://doi.org/10.1145/3240323.3240372">Steck 2018</a>
 */
public record TasteCalibration(double strength) {
    private static final double SMOOTHING = 0.01;

    /** Checks the parameter. */
    public TasteCalibration {
        Orders.checkShare("calibration", strength);
    }

    /**
     * The order: the first {@code count} by the rule, then all others as they came.
     *
     * @param relevance one a candidate, 0 to 1, the best first
     * @param category one a candidate; {@link Cap#NONE} where it has none
     * @param taste by category, not negative, sums to one
     */
    public int[] order(float[] relevance, int[] category, double[] taste, int count) {
        if (strength == 0) {
            return Orders.plain(relevance.length);
        }
        int size = Math.min(count, relevance.length);
        int[] counts = new int[taste.length];
        int[] chosen = new int[size];
        boolean[] taken = new boolean[relevance.length];
        double[] gains = new double[taste.length];
        for (int place = 0; place < size; place++) {
            for (int c = 0; c < taste.length; c++) {
                gains[c] = gain(taste[c], counts[c], size);
            }
            int best = best(relevance, category, gains, taken);
            chosen[place] = best;
            taken[best] = true;
            if (category[best] != Cap.NONE) {
                counts[category[best]]++;
            }
        }
        return Orders.completed(chosen, size, relevance.length);
    }

    /** By how much one more item of a category lowers the divergence. */
    private static double gain(double taste, int count, int size) {
        return taste == 0 ? 0 : taste * Math.log(smoothed(taste, count + 1, size) / smoothed(taste, count, size));
    }

    private static double smoothed(double taste, int count, int size) {
        return (1 - SMOOTHING) * count / size + SMOOTHING * taste;
    }

    private int best(float[] relevance, int[] category, double[] gains, boolean[] taken) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < relevance.length; candidate++) {
            if (!taken[candidate]) {
                double gain = category[candidate] == Cap.NONE ? 0 : gains[category[candidate]];
                double value = (1 - strength) * relevance[candidate] + strength * gain;
                if (value > most) {
                    most = value;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** {@code KL(p ‖ q̃)} of a list, in nats; 0 when it is calibrated. */
    public static double divergence(double[] taste, int[] category, int[] list) {
        int[] counts = new int[taste.length];
        for (int candidate : list) {
            if (category[candidate] != Cap.NONE) {
                counts[category[candidate]]++;
            }
        }
        double divergence = 0;
        for (int c = 0; c < taste.length; c++) {
            divergence +=
                    taste[c] == 0 ? 0 : taste[c] * Math.log(taste[c] / smoothed(taste[c], counts[c], list.length));
        }
        return divergence;
    }
}
