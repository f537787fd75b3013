package dev.aisle.algorithms.evaluate;

import java.util.Arrays;

/** NDCG of items that are right to different degrees: {@code Σ gain · discount}, divided by the same of the best order of all gains. */
public final class GradedNdcg {
    private GradedNdcg() {}

    /**
     * The NDCG of a list.
     *
     * @param shown gain of each item in the order of the list; below 0 counts as 0
     * @param all gains of all items there were to find, in any order
     * @param k ≥ 1
     * @return from 0 to 1; 0 when no gain is positive
     */
    public static double of(double[] shown, double[] all, int k, Discount discount) {
        double[] best = all.clone();
        Arrays.sort(best);
        for (int low = 0, high = best.length - 1; low < high; low++, high--) {
            double swapped = best[low];
            best[low] = best[high];
            best[high] = swapped;
        }
        double ideal = sum(best, k, discount);
        return ideal == 0 ? 0 : sum(shown, k, discount) / ideal;
    }

    private static double sum(double[] gains, int k, Discount discount) {
        double sum = 0;
        for (int rank = 0; rank < Math.min(k, gains.length); rank++) {
            sum += Math.max(0, gains[rank]) * discount.at(rank);
        }
        return sum;
    }
}
