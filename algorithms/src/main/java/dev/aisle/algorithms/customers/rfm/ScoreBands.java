package dev.aisle.algorithms.customers.rfm;

import java.util.Arrays;

/**
 * Bands of a value, with the quantiles of a population as edges. A value's score is one more than the inner edges below it, so that
 * equal values score alike; with many ties some scores stay empty.
 *
 * @param edges ascending, from the least value to the greatest: one more than there are bands
 */
public record ScoreBands(double[] edges) {
    /** Bands into which scores are cut as a rule. */
    public static final int QUINTILES = 5;

    /** @throws IllegalArgumentException when there are no two edges, or they aren't ascending and finite */
    public ScoreBands {
        edges = edges.clone();
        if (edges.length < 2) {
            throw new IllegalArgumentException("edges: expected two or more");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] < edges[i - 1])) {
                throw new IllegalArgumentException("edges: expected finite and ascending numbers");
            }
        }
    }

    /**
     * Bands that hold the same share of a population each, as far as ties allow. Quantiles are interpolated (type 7).
     *
     * @param values one a customer, at least one, finite; left as they are
     * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman, Fan 1996</a>
     */
    public static ScoreBands of(double[] values, int bands) {
        if (values.length == 0 || bands < 1) {
            throw new IllegalArgumentException("values: expected at least one, and one band");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] edges = new double[bands + 1];
        for (int i = 0; i <= bands; i++) {
            double at = (double) i * (sorted.length - 1) / bands;
            int below = (int) Math.floor(at);
            int above = Math.min(below + 1, sorted.length - 1);
            edges[i] = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }
        return new ScoreBands(edges);
    }

    /** From 1 for the lowest to the number of bands; values beyond the edges belong to the outer bands. */
    public int score(double value) {
        int score = 1;
        for (int i = 1; i < edges.length - 1; i++) {
            score += edges[i] < value ? 1 : 0;
        }
        return score;
    }

    @Override
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreBands bands && Arrays.equals(edges, bands.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return "ScoreBands" + Arrays.toString(edges);
    }
}
