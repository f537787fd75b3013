package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/** Makes the scores of different models comparable, for one history. */
public enum Scale {
    /**
     * {@code s / σ}, where σ is the standard deviation over all items. It ranks as z-scores do, since subtracting the mean would move all items
     * alike, and it keeps a score the sum of its causes. Scores that are all alike, or not finite, become 0.
     */
    DEVIATION {
        @Override
        public void apply(float[] scores) {
            float factor = factor(scores);
            for (int item = 0; item < scores.length; item++) {
                scores[item] = Float.isFinite(scores[item]) ? scores[item] * factor : 0;
            }
        }
    },
    /**
     * {@code 1 / (60 + rank)}; items of equal score share the rank of the first of them.
     *
     * @see <a href="https://doi.org/10.1145/1571941.1572114">Cormack, Clarke, Büttcher 2009</a>
     */
    RECIPROCAL_RANK {
        @Override
        public void apply(float[] scores) {
            long[] keys = new long[scores.length];
            for (int item = 0; item < scores.length; item++) {
                keys[item] = BestKeys.key(item, Float.isNaN(scores[item]) ? Float.NEGATIVE_INFINITY : scores[item]);
            }
            Arrays.sort(keys);
            int rank = 1;
            for (int n = keys.length - 1; n >= 0; n--) {
                boolean first = n == keys.length - 1 || BestKeys.score(keys[n + 1]) > BestKeys.score(keys[n]);
                rank = first ? keys.length - n : rank;
                scores[BestKeys.index(keys[n])] = 1 / (OFFSET + rank);
            }
        }
    };

    private static final float OFFSET = 60;

    /** Scales scores in place. */
    public abstract void apply(float[] scores);

    /** One over the standard deviation of the finite scores; 0 when it is 0. */
    static float factor(float[] scores) {
        double sum = 0;
        double count = 0;
        for (float score : scores) {
            sum += Float.isFinite(score) ? score : 0;
            count += Float.isFinite(score) ? 1 : 0;
        }
        double mean = sum / Math.max(1, count);
        double squares = 0;
        for (float score : scores) {
            squares += Float.isFinite(score) ? (score - mean) * (score - mean) : 0;
        }
        return squares == 0 ? 0 : (float) Math.sqrt(count / squares);
    }
}
