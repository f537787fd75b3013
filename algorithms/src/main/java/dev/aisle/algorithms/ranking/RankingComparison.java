package dev.aisle.algorithms.ranking;

import dev.aisle.algorithms.evaluate.Bootstrap;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import java.util.List;

/**
 * Two orders of the same lists, judged by what people took up. The figure is {@code Σ DCG / Σ ideal DCG} over lists, each gain times the inverse of
 * how probably its place was looked at: what nDCG would be if all places had been looked at alike. Sums before the division, since a list
 * with one click would lose its weight in an nDCG of its own.
 *
 * @param first figure of the first order, 0 to 1, with a 95 % bootstrap interval over lists
 * @param second figure of the second order
 * @param difference first − second, of the same samples
 * @param lists lists with a gain; those without say nothing
 * @see <a href="https://doi.org/10.1145/3018661.3018699">Joachims, Swaminathan, Schnabel 2017</a>
 */
public record RankingComparison(Estimate first, Estimate second, Estimate difference, int lists) {
    /**
     * Compares.
     *
     * @param lists at least one has a gain
     * @param samples of the bootstrap, ≥ 1
     * @throws IllegalArgumentException when no list has a gain
     */
    public static RankingComparison of(
            List<ShownList> lists, ItemScore first, ItemScore second, PositionBias bias, int samples, long seed) {
        List<ListGains> judged = lists.stream()
                .map(list -> ListGains.of(list, bias))
                .filter(ListGains::any)
                .toList();
        if (judged.isEmpty()) {
            throw new IllegalArgumentException("no list with a gain");
        }
        double[] ideal = judged.stream().mapToDouble(ListGains::ideal).toArray();
        double[] ofFirst =
                judged.stream().mapToDouble(gains -> gains.dcg(first)).toArray();
        double[] ofSecond =
                judged.stream().mapToDouble(gains -> gains.dcg(second)).toArray();
        double[] more = new double[ofFirst.length];
        for (int list = 0; list < more.length; list++) {
            more[list] = ofFirst[list] - ofSecond[list];
        }
        Bootstrap bootstrap = new Bootstrap(judged.size(), samples, seed);
        return new RankingComparison(
                bootstrap.ratio(ofFirst, ideal),
                bootstrap.ratio(ofSecond, ideal),
                bootstrap.ratio(more, ideal),
                judged.size());
    }

    /** Whether the first order is better, and the interval excludes chance. */
    public boolean firstIsBetter() {
        return difference.low() > 0;
    }
}
