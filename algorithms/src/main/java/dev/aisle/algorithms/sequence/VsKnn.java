package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Vector multiplication session-kNN: of the latest {@code sample} sessions that share an item with this one, the k most similar speak for
 * their items. Similarity is {@code Σ (place / length)²} over shared items, divided by the number of distinct items of this session; a neighbour
 * counts {@code 1 / step} where step is how long ago the last shared item was; an item counts {@code 1 + idf · ln(sessions / steps with it)}. Memory: 8
 * bytes a distinct item of a session, 4 bytes a session, 12 bytes an item.
 *
 * @param k neighbours, ≥ 1
 * @param sample latest sessions that are looked at, ≥ 1
 * @param idf how much rare items are preferred, ≥ 0
 * @see <a href="https://doi.org/10.1007/s11257-018-9209-6">Ludewig, Jannach 2018</a>
 */
public record VsKnn(int k, int sample, float idf) implements SequenceAlgorithm {
    /** Checks the parameters. */
    public VsKnn {
        if (k < 1 || sample < 1 || !(idf >= 0) || Float.isInfinite(idf)) {
            throw new IllegalArgumentException(
                    "vsknn: expected k ≥ 1, sample ≥ 1, idf ≥ 0; was k=" + k + ", sample=" + sample + ", idf=" + idf);
        }
    }

    /** Parameters that did well on several shops. */
    public static VsKnn withDefaults() {
        return new VsKnn(500, 5_000, 1);
    }

    @Override
    public String name() {
        return "vsknn";
    }

    @Override
    public Model fit(Sessions train, Progress progress) {
        int[] counts = new int[train.itemCount()];
        for (int step = 0; step < train.steps(); step++) {
            counts[train.item(step)]++;
        }
        double[] factors = new double[counts.length];
        for (int item = 0; item < factors.length; item++) {
            factors[item] = counts[item] == 0 ? 1 : 1 + idf * Math.log((double) train.size() / counts[item]);
        }
        SessionIndex index = new SessionIndex(train, Integer.MAX_VALUE, Integer.MAX_VALUE);
        progress.step(1, 1);
        return new Neighbours(index, this, factors);
    }

    private record Neighbours(SessionIndex index, VsKnn parameters, double[] factors) implements Model {
        @Override
        public int itemCount() {
            return index.itemCount();
        }

        @Override
        public void score(History history, float[] into) {
            Arrays.fill(into, 0f);
            int[] session = known(history);
            if (session.length == 0) {
                return;
            }
            double[] weights = weights(session);
            double[] sums = new double[into.length];
            for (long key : nearest(session, weights).bestFirst()) {
                int neighbour = index.sessionCount() - 1 - BestKeys.index(key);
                double weight = similarity(neighbour, session, weights) / step(neighbour, session);
                for (int p = index.firstItem(neighbour); p < index.firstItem(neighbour + 1); p++) {
                    int item = index.item(p);
                    sums[item] += weight * factors[item];
                }
            }
            for (int item = 0; item < into.length; item++) {
                into[item] = (float) sums[item];
            }
        }

        private int[] known(History history) {
            int[] session = new int[history.size()];
            int count = 0;
            for (int place = 0; place < session.length; place++) {
                if (history.item(place) < itemCount()) {
                    session[count++] = history.item(place);
                }
            }
            return Arrays.copyOf(session, count);
        }

        /** By place: an item that comes again counts where it came last. */
        private static double[] weights(int[] session) {
            double[] weights = new double[session.length];
            for (int place = 0; place < session.length; place++) {
                double share = (place + 1.0) / session.length;
                weights[place] = share * share;
                for (int before = 0; before < place; before++) {
                    if (session[before] == session[place]) {
                        weights[before] = 0;
                    }
                }
            }
            return weights;
        }

        private BestKeys nearest(int[] session, double[] weights) {
            BitSet candidates = new BitSet(index.sessionCount());
            for (int item : session) {
                for (int p = index.firstSession(item); p < index.firstSession(item + 1); p++) {
                    candidates.set(index.session(p));
                }
            }
            BestKeys nearest = new BestKeys(parameters.k());
            int left = parameters.sample();
            for (int n = candidates.length() - 1; n >= 0 && left > 0; n = candidates.previousSetBit(n - 1)) {
                // Of equal ones the later.
                nearest.offer(BestKeys.key(index.sessionCount() - 1 - n, (float) similarity(n, session, weights)));
                left--;
            }
            return nearest;
        }

        private double similarity(int neighbour, int[] session, double[] weights) {
            double sum = 0;
            int distinct = 0;
            for (int place = 0; place < session.length; place++) {
                if (weights[place] > 0) {
                    distinct++;
                    sum += index.has(neighbour, session[place]) ? weights[place] : 0;
                }
            }
            return sum / distinct;
        }

        private int step(int neighbour, int[] session) {
            for (int place = session.length - 1; place >= 0; place--) {
                if (index.has(neighbour, session[place])) {
                    return session.length - place;
                }
            }
            throw new IllegalStateException("a neighbour shares an item");
        }
    }
}
