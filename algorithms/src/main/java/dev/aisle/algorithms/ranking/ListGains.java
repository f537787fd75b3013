package dev.aisle.algorithms.ranking;

import dev.aisle.algorithms.evaluate.Discount;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the items of a list are worth when all places had been looked at alike: each gain times the inverse of how probably its place was looked at.
 *
 * @param list as it was shown
 * @param weighted by item, ≥ 0
 */
@SuppressWarnings("ArrayRecordComponent") // written by nobody
public record ListGains(ShownList list, float[] weighted) {
    /** The gains of a list. */
    public static ListGains of(ShownList list, PositionBias bias) {
        float[] weighted = new float[list.size()];
        for (int item = 0; item < weighted.length; item++) {
            weighted[item] = (float) (list.gains()[item] * bias.weight(list.positions()[item]));
        }
        return new ListGains(list, weighted);
    }

    /** Whether there is any. */
    public boolean any() {
        for (float gain : weighted) {
            if (gain > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code Σ gain · discount} of the best order. */
    public double ideal() {
        float[] best = weighted.clone();
        Arrays.sort(best);
        double sum = 0;
        for (int rank = 0; rank < best.length; rank++) {
            sum += best[best.length - 1 - rank] * Discount.LOGARITHMIC.at(rank);
        }
        return sum;
    }

    /** {@code Σ gain · discount} of an order; items with the same score share the discounts of their places. NaN stands last. */
    public double dcg(ItemScore score) {
        double[] scores = Arrays.stream(list.features())
                .mapToDouble(score::of)
                .map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value)
                .toArray();
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = 0;
        for (int rank = 0, next; rank < order.length; rank = next) {
            double gains = 0;
            double discounts = 0;
            for (next = rank; next < order.length && scores[order[next]] == scores[order[rank]]; next++) {
                gains += weighted[order[next]];
                discounts += Discount.LOGARITHMIC.at(next);
            }
            sum += gains * discounts / (next - rank);
        }
        return sum;
    }
}
