package dev.aisle.algorithms.rerank;

import java.util.Arrays;

/**
 * Maximal marginal relevance: each place goes to the candidate with the greatest {@code (1 − δ) r_i − δ max_{j above} s(i, j)}; of equal ones to the
 * one that stood higher. O(candidates × count) similarities.
 *
 * @param diversity δ, from 0 (the order of the relevances) to 1 (as different as possible); the paper's λ is 1 − δ
 * @see <a href="https://doi.org/10.1145/290941.291025">Carbonell, Goldstein 1998</a>
 */
public record Mmr(double diversity) {
    /** Checks the parameter. */
    public Mmr {
        Orders.checkShare("diversity", diversity);
    }

    /**
     * The order: the first {@code count} by the rule, then all others as they came.
     *
     * @param relevance one a candidate, 0 to 1, the best first
     */
    public int[] order(float[] relevance, Similarity similarity, int count) {
        int candidates = relevance.length;
        double[] nearest = new double[candidates];
        boolean[] taken = new boolean[candidates];
        int[] chosen = new int[Math.min(count, candidates)];
        Arrays.fill(nearest, 0);
        for (int place = 0; place < chosen.length; place++) {
            int best = best(relevance, nearest, taken);
            chosen[place] = best;
            taken[best] = true;
            for (int other = 0; diversity > 0 && other < candidates; other++) {
                if (!taken[other]) {
                    nearest[other] = Math.max(nearest[other], similarity.of(other, best));
                }
            }
        }
        return Orders.completed(chosen, chosen.length, candidates);
    }

    private int best(float[] relevance, double[] nearest, boolean[] taken) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < relevance.length; candidate++) {
            double value = (1 - diversity) * relevance[candidate] - diversity * nearest[candidate];
            if (!taken[candidate] && value > most) {
                most = value;
                best = candidate;
            }
        }
        return best;
    }
}
