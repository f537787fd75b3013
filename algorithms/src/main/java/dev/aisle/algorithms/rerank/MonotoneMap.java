package dev.aisle.algorithms.rerank;

import java.util.Arrays;

/**
 * A map from scores to probabilities that never falls: isotonic regression by pooling adjacent violators, and straight lines between the pools. Of all
 * such maps it has the least squared error on what it was fitted on, and its mean there is the share of hits.
 *
 * @see <a href="https://doi.org/10.1145/775047.775151">Zadrozny, Elkan 2002, on calibrating scores</a>
 */
public final class MonotoneMap {
    private final double[] at;
    private final double[] values;

    private MonotoneMap(double[] at, double[] values) {
        this.at = at;
        this.values = values;
    }

    /**
     * Fits a map.
     *
     * @param scores finite, in any order, not empty
     * @param hits whether what had the score was right, place by place
     */
    public static MonotoneMap fit(double[] scores, boolean[] hits) {
        if (scores.length == 0
                || scores.length != hits.length
                || !Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("scores: expected finite numbers, each with a hit or a miss");
        }
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, n -> n);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        Pools pools = new Pools(scores.length);
        for (int n = 0; n < order.length; ) {
            int end = n;
            double right = 0;
            while (end < order.length && scores[order[end]] == scores[order[n]]) {
                right += hits[order[end++]] ? 1 : 0;
            }
            pools.add(scores[order[n]], right, end - n);
            n = end;
        }
        return pools.map();
    }

    /** The probability of a score: the nearest end's beyond the ends. */
    public double of(double score) {
        int place = Arrays.binarySearch(at, score);
        if (place >= 0) {
            return values[place];
        }
        int above = -place - 1;
        if (above == 0 || above == at.length) {
            return values[Math.min(above, at.length - 1)];
        }
        double share = (score - at[above - 1]) / (at[above] - at[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }

    /** Pools with falling means are one. */
    private static final class Pools {
        private final double[] low;
        private final double[] high;
        private final double[] sums;
        private final double[] weights;
        private int count;

        Pools(int most) {
            this.low = new double[most];
            this.high = new double[most];
            this.sums = new double[most];
            this.weights = new double[most];
        }

        void add(double score, double sum, double weight) {
            low[count] = score;
            high[count] = score;
            sums[count] = sum;
            weights[count++] = weight;
            while (count > 1 && sums[count - 2] * weights[count - 1] >= sums[count - 1] * weights[count - 2]) {
                count--;
                high[count - 1] = high[count];
                sums[count - 1] += sums[count];
                weights[count - 1] += weights[count];
            }
        }

        /** Each pool is flat from its lowest to its highest score. */
        MonotoneMap map() {
            double[] at = new double[2 * count];
            double[] values = new double[2 * count];
            int size = 0;
            for (int pool = 0; pool < count; pool++) {
                at[size] = low[pool];
                values[size++] = sums[pool] / weights[pool];
                if (high[pool] > low[pool]) {
                    at[size] = high[pool];
                    values[size++] = sums[pool] / weights[pool];
                }
            }
            return new MonotoneMap(Arrays.copyOf(at, size), Arrays.copyOf(values, size));
        }
    }
}
