package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import java.util.Objects;

/**
 * The same list for everybody: what most people have, or, by weight, what has most of the weights that the caller gave, such as
 * {@code 2^(−age / half-life)}. Memory: 4 bytes an item, nothing a person.
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
        progress.step(1, 1);
        return Model.of(sums);
    }

    /** Scores that don't look at the history. */
    public static final class Model implements StorableModel {
        private final float[] scores;

        /** @param scores one an item */
        public Model(float[] scores) {
            this.scores = Objects.requireNonNull(scores, "scores");
        }

        /** A model of scores, one an item. */
        static Model of(double[] scores) {
            float[] rounded = new float[scores.length];
            for (int item = 0; item < scores.length; item++) {
                rounded[item] = (float) scores[item];
            }
            return new Model(rounded);
        }

        /** The model in a file. */
        public static Model read(Artefact from) {
            return new Model(from.of("popularity").floats("scores"));
        }

        @Override
        public void store(ArtefactWriter into) {
            into.floats("scores", scores);
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
