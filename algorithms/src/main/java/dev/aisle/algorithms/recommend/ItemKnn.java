package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import java.util.Arrays;

/**
 * Item neighbourhoods: an item is as good as the person's items are similar to it,
 * {@code score(i) = Σ_{j ∈ history ∩ N(i)} w_j · s(i, j)}, where N(i) are the k items most similar to i and
 * {@code s(i, j) = Σ_u w_ui w_uj / (‖w_i‖ ‖w_j‖ + shrinkage)}.
 *
 * @param k neighbours an item, ≥ 1; memory is at most 8 bytes × items × k
 * @param shrinkage damps similarities that rest on few people, ≥ 0
 * @param weighting of the interactions before similarities are taken
 * @param normalised whether the score is divided by {@code Σ |s(i, j)|}, which predicts ratings but ranks poorly
 * @param threads how many work at it, ≥ 1; the result doesn't depend on it
 * @see <a href="https://doi.org/10.1145/371920.372071">Sarwar, Karypis, Konstan, Riedl 2001</a>
 */
public record ItemKnn(int k, float shrinkage, Weighting weighting, boolean normalised, int threads)
        implements Algorithm {
    /** Checks the parameters. */
    public ItemKnn {
        if (k < 1 || !(shrinkage >= 0) || Float.isInfinite(shrinkage) || threads < 1) {
            throw new IllegalArgumentException(
                    "itemknn: expected k ≥ 1, shrinkage ≥ 0, threads ≥ 1; was k=" + k + ", shrinkage=" + shrinkage);
        }
    }

    /** Parameters that did well on several shops. */
    public static ItemKnn withDefaults() {
        return new ItemKnn(100, 50, Weighting.TF_IDF, false, 2);
    }

    @Override
    public String name() {
        return "itemknn";
    }

    @Override
    public Model fit(Interactions train, Progress progress) {
        Interactions targets = new Neighbourhoods(weighting.apply(train), this).find(progress);
        return Model.of(targets, this);
    }

    /** Neighbour lists, stored by the item that speaks for others, so that a score reads the lists of the history only. */
    public static final class Model implements SparseModel, StorableModel {
        private final int[] offsets;
        private final int[] neighbours;
        private final float[] similarities;
        private final boolean normalised;

        /**
         * A model of its arrays, which are not copied.
         *
         * @param offsets item j's list is at {@code offsets[j] … offsets[j + 1] − 1}; length items + 1
         * @param neighbours the items that j speaks for, ascending within a list
         * @param similarities one for each neighbour
         * @param normalised as in {@link ItemKnn}
         */
        public Model(int[] offsets, int[] neighbours, float[] similarities, boolean normalised) {
            if (neighbours.length != similarities.length || offsets[offsets.length - 1] != neighbours.length) {
                throw new IllegalArgumentException("the arrays of neighbour lists don't fit each other");
            }
            this.offsets = offsets;
            this.neighbours = neighbours;
            this.similarities = similarities;
            this.normalised = normalised;
        }

        /** @param targets a matrix whose row i holds the similarities of N(i) */
        static Model of(Interactions targets, ItemKnn parameters) {
            Interactions lists = targets.transposed();
            return new Model(lists.offsets(), lists.indexes(), lists.weights(), parameters.normalised());
        }

        /** The model in a file: of this algorithm, or of another one whose model is the same. */
        public static Model read(Artefact from) {
            StoredLists lists = StoredLists.read("neighbours", -1, from.of("itemknn", "rp3beta"));
            float[] similarities = from.floats("similarities");
            int[] normalised = from.ints("normalised");
            if (similarities.length != lists.items().length || normalised.length != 1) {
                throw from.contradiction("a similarity a neighbour", similarities.length);
            }
            return new Model(lists.offsets(), lists.items(), similarities, normalised[0] != 0);
        }

        @Override
        public void store(ArtefactWriter into) {
            new StoredLists(offsets, neighbours).store("neighbours", into);
            into.floats("similarities", similarities).ints("normalised", normalised ? 1 : 0);
        }

        @Override
        public int itemCount() {
            return offsets.length - 1;
        }

        @Override
        public void score(History history, float[] into) {
            Arrays.fill(into, 0f);
            float[] sums = normalised ? new float[into.length] : into;
            for (int place = 0; place < history.size(); place++) {
                int from = history.item(place);
                if (from >= itemCount()) {
                    continue;
                }
                float weight = history.weight(place);
                for (int p = offsets[from]; p < offsets[from + 1]; p++) {
                    into[neighbours[p]] += weight * similarities[p];
                    if (normalised) {
                        sums[neighbours[p]] += Math.abs(similarities[p]);
                    }
                }
            }
            if (normalised) {
                divide(into, sums);
            }
        }

        /**
         * The same scores, of the items only that the history speaks for: work and memory grow with the history and not with the catalogue.
         *
         * @param history as in {@link #score}
         */
        @Override
        public SparseScores sparseScores(History history) {
            int most = 0;
            for (int place = 0; place < history.size(); place++) {
                int from = history.item(place);
                most += from < itemCount() ? offsets[from + 1] - offsets[from] : 0;
            }
            SparseScores scores = new SparseScores(most);
            SparseScores sums = normalised ? new SparseScores(most) : scores;
            for (int place = 0; place < history.size(); place++) {
                int from = history.item(place);
                for (int p = from < itemCount() ? offsets[from] : 0; from < itemCount() && p < offsets[from + 1]; p++) {
                    scores.add(neighbours[p], history.weight(place) * similarities[p]);
                    if (normalised) {
                        sums.add(neighbours[p], Math.abs(similarities[p]));
                    }
                }
            }
            return normalised ? scores.dividedBy(sums) : scores;
        }

        private static void divide(float[] scores, float[] sums) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = sums[item] == 0 ? 0 : scores[item] / sums[item];
            }
        }

        @Override
        public float[] contributions(History history, int item) {
            float[] addends = new float[history.size()];
            float sum = 0;
            for (int place = 0; place < addends.length; place++) {
                float similarity = similarity(history.item(place), item);
                addends[place] = history.weight(place) * similarity;
                sum += Math.abs(similarity);
            }
            for (int place = 0; normalised && sum > 0 && place < addends.length; place++) {
                addends[place] /= sum;
            }
            return addends;
        }

        /** How much one item speaks for another; 0 when it is none of its k neighbours. */
        public float similarity(int from, int to) {
            if (from >= itemCount()) {
                return 0;
            }
            int p = Arrays.binarySearch(neighbours, offsets[from], offsets[from + 1], to);
            return p < 0 ? 0 : similarities[p];
        }

        /** Where each item's list starts; not a copy. */
        public int[] offsets() {
            return offsets;
        }

        /** The lists; not a copy. */
        public int[] neighbours() {
            return neighbours;
        }

        /** The similarities; not a copy. */
        public float[] similarities() {
            return similarities;
        }

        /** Whether scores are normalised. */
        public boolean normalised() {
            return normalised;
        }
    }
}
