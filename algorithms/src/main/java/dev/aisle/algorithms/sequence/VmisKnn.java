package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Arrays;

/**
 * Vector multiplication indexed session-kNN: as {@link VsKnn}, but each item knows only its latest m sessions, so that the work for a session
 * doesn't grow with the shop. From the last item to the first, each adds {@code (place / distinct items)} to its sessions; of these the m
 * latest stay, the k most similar of them speak: {@code score(i) = Σ (1 − step / 10) · similarity · idf · ln(pairs / sessions of i)}.
 *
 * @param m latest sessions an item knows, and candidates of a session, ≥ 1
 * @param k neighbours, ≥ 1
 * @param last items of a session that count, the last ones, 1 to 9: beyond, the weight of a neighbour would be negative
 * @param idf how much rare items are preferred, ≥ 0
 * @see <a href="https://doi.org/10.1145/3514221.3517901">Kersbergen, Sprangers, Schelter 2022 (Serenade)</a>
 */
public record VmisKnn(int m, int k, int last, float idf) implements SequenceAlgorithm {
    private static final int MOST_LAST = 9;
    private static final double LONGEST_QUANTILE = 0.995;

    /** Checks the parameters. */
    public VmisKnn {
        if (m < 1 || k < 1 || last < 1 || last > MOST_LAST || !(idf >= 0) || Float.isInfinite(idf)) {
            throw new IllegalArgumentException("vmisknn: expected m ≥ 1, k ≥ 1, 1 ≤ last ≤ " + MOST_LAST
                    + ", idf ≥ 0; was m=" + m + ", k=" + k + ", last=" + last + ", idf=" + idf);
        }
    }

    /** Parameters that did well on several shops. */
    public static VmisKnn withDefaults() {
        return new VmisKnn(1_500, 300, 4, 1);
    }

    @Override
    public String name() {
        return "vmisknn";
    }

    @Override
    public Model fit(Sessions train, Progress progress) {
        int longest = longest(train);
        SessionIndex index = new SessionIndex(train, m, longest);
        int[] sessions = new int[train.itemCount()];
        long pairs = 0;
        for (int s = 0; s < train.size(); s++) {
            int[] distinct = train.distinct(s);
            if (distinct.length <= longest) {
                pairs += distinct.length;
                for (int item : distinct) {
                    sessions[item]++;
                }
            }
        }
        float[] rarity = new float[sessions.length];
        for (int item = 0; item < rarity.length; item++) {
            rarity[item] =
                    sessions[item] == 0 ? 0 : (float) (idf > 0 ? idf * Math.log((double) pairs / sessions[item]) : 1);
        }
        progress.step(1, 1);
        return new Neighbours(index, this, rarity);
    }

    /** Longer sessions than nearly all are robots, or families on one device. */
    private static int longest(Sessions train) {
        int[] lengths = new int[train.size()];
        for (int s = 0; s < lengths.length; s++) {
            lengths[s] = train.distinct(s).length;
        }
        Arrays.sort(lengths);
        return lengths.length == 0
                ? 0
                : lengths[(int) Math.min(lengths.length - 1L, Math.round(LONGEST_QUANTILE * lengths.length))];
    }

    private record Neighbours(SessionIndex index, VmisKnn parameters, float[] rarity) implements Model {
        @Override
        public int itemCount() {
            return index.itemCount();
        }

        @Override
        public void score(History history, float[] into) {
            Arrays.fill(into, 0f);
            int from = Math.max(0, history.size() - parameters.last());
            int[] session = new int[history.size() - from];
            for (int place = 0; place < session.length; place++) {
                session[place] = history.item(from + place);
            }
            Candidates candidates = new Candidates(index, parameters.m(), session.length);
            long distinct = Arrays.stream(session).distinct().count();
            for (int place = session.length - 1; place >= 0; place--) {
                if (session[place] < itemCount() && !comesLater(session, place)) {
                    candidates.add(session[place], (place + 1.0) / distinct);
                }
            }
            double[] sums = new double[into.length];
            candidates.nearest(parameters.k(), (neighbour, similarity) -> speak(neighbour, similarity, session, sums));
            for (int item = 0; item < into.length; item++) {
                into[item] = (float) sums[item];
            }
            if (session.length > 0 && session[session.length - 1] < itemCount()) {
                into[session[session.length - 1]] = 0;
            }
        }

        private static boolean comesLater(int[] session, int place) {
            for (int later = place + 1; later < session.length; later++) {
                if (session[later] == session[place]) {
                    return true;
                }
            }
            return false;
        }

        private void speak(int neighbour, double similarity, int[] session, double[] sums) {
            int step = 1;
            while (!index.has(neighbour, session[session.length - step])) {
                step++;
            }
            double weight = Decay.LINEAR.at(step) * similarity;
            for (int p = index.firstItem(neighbour); p < index.firstItem(neighbour + 1); p++) {
                sums[index.item(p)] += weight * rarity[index.item(p)];
            }
        }
    }
}
