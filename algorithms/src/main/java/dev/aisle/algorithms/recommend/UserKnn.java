package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/**
 * Neighbours among people: {@code score(i) = Σ_{v ∈ N} s(u, v) · w_vi}, where N are the k people most similar to the one in question and
 * {@code s(u, v) = Σ_i w_ui w_vi / (‖w_u‖ ‖w_v‖ + shrinkage)}. The model holds the rows of people: it belongs into an evaluation or into a
 * store that forgets people, not into a file. Memory: 16 bytes × interactions.
 *
 * @param k neighbours, ≥ 1
 * @param shrinkage damps similarities that rest on little, ≥ 0
 * @param weighting of the interactions before similarities are taken
 * @param normalised whether the score is divided by {@code Σ |s(u, v)|} over neighbours who have the item
 * @see <a href="https://doi.org/10.1145/192844.192905">Resnick, Iacovou, Suchak, Bergstrom, Riedl 1994</a>
 */
public record UserKnn(int k, float shrinkage, Weighting weighting, boolean normalised) implements Algorithm {
    /** Checks the parameters. */
    public UserKnn {
        if (k < 1 || !(shrinkage >= 0) || Float.isInfinite(shrinkage)) {
            throw new IllegalArgumentException(
                    "userknn: expected k ≥ 1, shrinkage ≥ 0; was k=" + k + ", shrinkage=" + shrinkage);
        }
    }

    /** Parameters that did well on several shops. */
    public static UserKnn withDefaults() {
        return new UserKnn(200, 10, Weighting.TF_IDF, false);
    }

    @Override
    public String name() {
        return "userknn";
    }

    @Override
    public Model fit(Interactions train, Progress progress) {
        Interactions weighted = weighting.apply(train);
        progress.step(1, 1);
        return new Neighbours(train, weighted, weighted.transposed(), norms(weighted), this);
    }

    private static double[] norms(Interactions rows) {
        double[] norms = new double[rows.userCount()];
        for (int user = 0; user < norms.length; user++) {
            double sum = 0;
            for (int p = rows.start(user); p < rows.start(user + 1); p++) {
                sum += (double) rows.weight(p) * rows.weight(p);
            }
            norms[user] = Math.sqrt(sum);
        }
        return norms;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody else holds it
    private record Neighbours(
            Interactions train, Interactions weighted, Interactions byItem, double[] norms, UserKnn parameters)
            implements Model {
        @Override
        public int itemCount() {
            return train.itemCount();
        }

        @Override
        public void score(History history, float[] into) {
            Arrays.fill(into, 0f);
            History known = history.known(itemCount());
            double[] dots = new double[train.userCount()];
            double squares = 0;
            for (int place = 0; place < known.size(); place++) {
                double weight =
                        parameters.weighting() == Weighting.NONE ? known.weight(place) : Math.sqrt(known.weight(place));
                squares += weight * weight;
                for (int q = byItem.start(known.item(place)); q < byItem.start(known.item(place) + 1); q++) {
                    dots[byItem.item(q)] += weight * byItem.weight(q);
                }
            }
            BestKeys nearest = new BestKeys(parameters.k());
            for (int user = 0; user < dots.length; user++) {
                if (dots[user] > 0) {
                    double similarity = dots[user] / (Math.sqrt(squares) * norms[user] + parameters.shrinkage());
                    nearest.offer(BestKeys.key(user, (float) similarity));
                }
            }
            speak(nearest.bestFirst(), into);
        }

        private void speak(long[] nearest, float[] into) {
            float[] sums = new float[parameters.normalised() ? into.length : 0];
            for (long key : nearest) {
                int user = BestKeys.index(key);
                for (int p = train.start(user); p < train.start(user + 1); p++) {
                    into[train.item(p)] += BestKeys.score(key) * train.weight(p);
                    if (parameters.normalised()) {
                        sums[train.item(p)] += BestKeys.score(key);
                    }
                }
            }
            for (int item = 0; item < sums.length; item++) {
                into[item] = sums[item] == 0 ? 0 : into[item] / sums[item];
            }
        }
    }
}
