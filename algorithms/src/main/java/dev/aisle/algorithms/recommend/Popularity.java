package dev.aisle.algorithms.recommend;

import java.util.Objects;

/**
 * The same list for everybody: what most people have, or, by weight, what has most of the weights that the caller gave, such as
 * {@code 2^(−age / half-life)}.
 *
 * @param byWeight whether weights count instead of people
 */
public record Popularity(boolean byWeight) implements Algorithm {
    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public Popularity.Model fit(Interactions train, Progress progress) {
        // Sums in double, since a float stops counting ones at 2^24.
        double[] sums = new double[train.itemCount()];
        for (int p = 0; p < train.size(); p++) {
            sums[train.item(p)] += byWeight ? train.weight(p) : 1;
        }
        float[] scores = new float[sums.length];
        for (int item = 0; item < sums.length; item++) {
            scores[item] = (float) sums[item];
        }
        progress.step(1, 1);
        return new Model(scores);
    }

    /** Scores that don't look at the history. */
    public static final class Model implements dev.aisle.algorithms.recommend.Model {
        private final float[] scores;

        /** @param scores one an item */
        public Model(float[] scores) {
            this.scores = Objects.requireNonNull(scores, "scores");
        }

        @Override
        public int itemCount() {
            return scores.length;
        }

        @Override
        public void score(History history, float[] into) {
            System.arraycopy(scores, 0, into, 0, scores.length);
        }

        /** The scores themselves, not a copy. */
        public float[] scores() {
            return scores;
        }
    }
}
