package dev.aisle.algorithms.rerank;

import java.util.Arrays;

/**
 * The greedy maximum of a determinantal point process: each place goes to the candidate that adds most to
 * {@code (1 − δ) Σ r_i + δ log det S} over the list, where S holds the similarities. The increments come from a Cholesky factor that grows by a row a place,
 * so a list takes O(candidates × count²) multiplications. When nothing is left that isn't a copy of the list (its increment of the determinant
 * is below 1e-10), the others follow as they came.
 *
 * @param diversity δ, from 0 (the order of the relevances) to 1 (relevance counts nothing); the paper's θ is 1 − δ
 * @see <a href="https://papers.nips.cc/paper/2018/hash/dbbf603ff0e99629dda5d75b6f75f966-Abstract.html">Chen, Zhang, Zhou 2018, algorithm 1</a>
 */
public record GreedyDpp(double diversity) {
    private static final double LEAST = 1e-10;

    /** Checks the parameter. */
    public GreedyDpp {
        Orders.checkShare("diversity", diversity);
    }

    /**
     * The order: the first {@code count} by the rule, then all others as they came.
     *
     * @param relevance one a candidate, 0 to 1, the best first
     * @param similarity positive semi-definite
     */
    public int[] order(float[] relevance, Similarity similarity, int count) {
        int candidates = relevance.length;
        int size = Math.min(count, candidates);
        if (diversity == 0) {
            return Orders.plain(candidates);
        }
        int[] chosen = new int[size];
        double[] left = new double[candidates];
        double[][] rows = new double[size][candidates];
        boolean[] taken = new boolean[candidates];
        Arrays.fill(left, 1);
        for (int place = 0; place < size; place++) {
            int best = best(relevance, left, taken);
            if (best < 0) {
                return Orders.completed(chosen, place, candidates);
            }
            chosen[place] = best;
            taken[best] = true;
            grow(rows, place, best, similarity, left, taken);
        }
        return Orders.completed(chosen, size, candidates);
    }

    /** {@code e_i = (S_ji − ⟨c_j, c_i⟩) / d_j}, {@code d_i² −= e_i²}. */
    private static void grow(
            double[][] rows, int place, int best, Similarity similarity, double[] left, boolean[] taken) {
        double root = Math.sqrt(left[best]);
        for (int other = 0; other < left.length; other++) {
            if (!taken[other]) {
                double dot = 0;
                for (int row = 0; row < place; row++) {
                    dot += rows[row][best] * rows[row][other];
                }
                double entry = (similarity.of(best, other) - dot) / root;
                rows[place][other] = entry;
                left[other] -= entry * entry;
            }
        }
    }

    private int best(float[] relevance, double[] left, boolean[] taken) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < relevance.length; candidate++) {
            if (!taken[candidate] && left[candidate] > LEAST) {
                double value = (1 - diversity) * relevance[candidate] + diversity * Math.log(left[candidate]);
                if (value > most) {
                    most = value;
                    best = candidate;
                }
            }
        }
        return best;
    }
}
