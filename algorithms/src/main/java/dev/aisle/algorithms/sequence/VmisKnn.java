package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Arrays;

/**
 * Vector multiplication indexed session-kNN: as {@link VsKnn}, but each item knows only its latest m sessions, so that the work for a session
 * doesn't grow with the shop. From the last item to the first, each adds {@code (place / distinct items)} to its sessions; of these the m
 * latest stay, the k most similar of them speak: {@code score(i) = Σ (1 − step / 10) · similarity · idf · ln(pairs / sessions of i)}. Memory: 4 bytes
 * a distinct item of a session, 4 bytes for each of an item's latest m sessions, 4 bytes a session, 8 bytes an item.
 *
 * @param m latest sessions an item knows, and candidates of a session, ≥ 1
 * @param k neighbours, ≥ 1
 * @param last items of a session that count, the last ones, 1 to 9: beyond, the weight of a neighbour would be negative
 * @param idf how much rare items are preferred, ≥ 0
 * @param current whether the session's last item may come next again; in the paper it may not
 * @see <a href="https://doi.org/10.1145/3514221.3517901">Kersbergen, Sprangers, Schelter 2022 (Serenade)</a>
 */
public record VmisKnn(int m, int k, int last, float idf, boolean current) implements SequenceAlgorithm {
    private static final int MOST_LAST = 9;
    private static final int WHOLE_PARAMETERS = 4;
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
        return new VmisKnn(1_500, 300, 4, 1, true);
    }

    @Override
    public String name() {
        return "vmisknn";
    }

    @Override
    public SessionNeighbours fit(Sessions train, Progress progress) {
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
        return new SessionNeighbours(index, this, rarity);
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

    /** The model in a file. */
    public static SessionNeighbours read(Artefact from) {
        int[] whole = from.of("vmisknn").ints("parameters");
        float[] idf = from.floats("idf");
        float[] rarity = from.floats("rarity");
        SessionIndex index = SessionIndex.read(from);
        if (whole.length != WHOLE_PARAMETERS || idf.length != 1 || rarity.length != index.itemCount()) {
            throw from.contradiction(
                    "parameters and a rarity for each of " + index.itemCount() + " items", rarity.length);
        }
        try {
            return new SessionNeighbours(
                    index, new VmisKnn(whole[0], whole[1], whole[2], idf[0], whole[3] != 0), rarity);
        } catch (IllegalArgumentException e) {
            throw from.contradiction("parameters in their range", String.valueOf(e.getMessage()));
        }
    }
}
