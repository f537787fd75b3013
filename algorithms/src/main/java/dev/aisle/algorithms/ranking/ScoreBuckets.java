package dev.aisle.algorithms.ranking;

import java.util.Arrays;
import java.util.List;

/** Items with about the same scores: by the quantiles of one score, or of two crossed with each other; NaN stands apart. */
final class ScoreBuckets {
    private static final int OF_ONE = 60;
    private static final int OF_SEVERAL = 15;

    private final ItemScore[] scores;
    private final double[][] cuts;

    private ScoreBuckets(ItemScore[] scores, double[][] cuts) {
        this.scores = scores;
        this.cuts = cuts;
    }

    static ScoreBuckets of(List<ShownList> lists, ItemScore... scores) {
        int wanted = scores.length == 1 ? OF_ONE : OF_SEVERAL;
        double[][] cuts = new double[scores.length][];
        for (int n = 0; n < scores.length; n++) {
            ItemScore score = scores[n];
            double[] sorted = lists.stream()
                    .flatMap(list -> Arrays.stream(list.features()))
                    .mapToDouble(score::of)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            cuts[n] = cuts(sorted, wanted);
        }
        return new ScoreBuckets(scores.clone(), cuts);
    }

    /** Ascending and distinct. */
    private static double[] cuts(double[] sorted, int wanted) {
        double[] cuts = new double[sorted.length == 0 ? 0 : wanted - 1];
        for (int n = 0; n < cuts.length; n++) {
            cuts[n] = sorted[(int) ((n + 1L) * sorted.length / wanted)];
        }
        return Arrays.stream(cuts).distinct().toArray();
    }

    int count() {
        int count = 1;
        for (double[] cut : cuts) {
            count *= cut.length + 2;
        }
        return count;
    }

    int of(float[] features) {
        int bucket = 0;
        for (int n = 0; n < scores.length; n++) {
            bucket = bucket * (cuts[n].length + 2) + of(scores[n].of(features), cuts[n]);
        }
        return bucket;
    }

    /** 0 for NaN, then from below the first cut to the last one. */
    private static int of(double score, double[] cuts) {
        if (Double.isNaN(score)) {
            return 0;
        }
        int found = Arrays.binarySearch(cuts, score);
        return found >= 0 ? found + 2 : -found;
    }
}
