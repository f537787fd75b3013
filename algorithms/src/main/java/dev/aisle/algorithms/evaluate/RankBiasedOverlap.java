package dev.aisle.algorithms.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Likeness of two rankings of which the upper ranks count most: rank-biased overlap, extrapolated from the depths that were seen. With
 * {@code s ≤ l} the lengths, {@code X_d} the number of items that both have among their first d, and {@code A_d = X_d / d}:
 *
 * <pre>{@code RBO_EXT = (1 − p)/p · (Σ_{d=1..l} A_d p^d + Σ_{d=s+1..l} X_s (d − s)/(d s) p^d) + ((X_l − X_s)/l + X_s/s) p^l}</pre>
 *
 * 1 for equal rankings, 0 for such without a common item, the same in both directions.
 *
 * @param persistence p, 0 &lt; p &lt; 1: with 0.9 the first ten ranks have 86 % of the weight
 * @see <a href="https://doi.org/10.1145/1852102.1852106">Webber, Moffat, Zobel 2010, eq. 32</a>
 */
public record RankBiasedOverlap(double persistence) {
    /** Checks p. */
    public RankBiasedOverlap {
        if (!(persistence > 0 && persistence < 1)) {
            throw new IllegalArgumentException("p: expected 0 < p < 1, was " + persistence);
        }
    }

    /**
     * The likeness of two rankings, the best first.
     *
     * @param first items, each at most once
     * @param second likewise
     * @return 0 … 1; of two empty rankings 1, of an empty and another one 0
     */
    public double of(List<?> first, List<?> second) {
        List<?> shorter = first.size() <= second.size() ? first : second;
        List<?> longer = first.size() <= second.size() ? second : first;
        if (shorter.isEmpty()) {
            return longer.isEmpty() ? 1 : 0;
        }
        int s = shorter.size();
        int l = longer.size();
        int[] common = common(shorter, longer);
        double sum = 0;
        double weight = 1;
        for (int d = 1; d <= l; d++) {
            weight *= persistence;
            sum += weight * common[d] / d;
            if (d > s) {
                sum += weight * common[s] * (d - s) / ((double) d * s);
            }
        }
        double beyond = ((double) (common[l] - common[s]) / l + (double) common[s] / s) * weight;
        return Math.min(1, (1 - persistence) / persistence * sum + beyond);
    }

    /** X_d by d = 0 … l. */
    private static int[] common(List<?> shorter, List<?> longer) {
        int[] common = new int[longer.size() + 1];
        Set<Object> seen = new HashSet<>();
        for (int d = 1; d <= longer.size(); d++) {
            common[d] = common[d - 1] + (seen.add(longer.get(d - 1)) ? 0 : 1);
            if (d <= shorter.size()) {
                common[d] += seen.add(shorter.get(d - 1)) ? 0 : 1;
            }
        }
        return common;
    }
}
