package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How alike the items of lists are to each other and to the histories, computed once a list for all metrics and lengths. Holds scratch space, so it
 * is for one thread.
 */
final class Likeness {
    private static final int CACHED = 1 << 18;
    private static final long FREE = -1;

    private final ItemSets sets;
    private final int longest;
    private final double[] sums;
    private final long[] pairs = new long[CACHED];
    private final int[] commons = new int[CACHED];
    private final Map<JudgedList, OfList> known = new HashMap<>();

    /** @param longest rank from which on nothing is asked */
    Likeness(ItemSets sets, int longest) {
        this.sets = sets;
        this.longest = longest;
        this.sums = new double[sets.memberCount()];
        Arrays.fill(pairs, FREE);
    }

    /**
     * The likeness within one list.
     *
     * @param cosines by rank: the sum over all pairs up to there
     * @param jaccards the same
     * @param toHistory by rank: the mean cosine of the item there with those of the history; empty without a history
     */
    @SuppressWarnings("ArrayRecordComponent") // scratch of this package
    record OfList(double[] cosines, double[] jaccards, double[] toHistory) {}

    OfList of(JudgedList list) {
        return known.computeIfAbsent(list, this::compute);
    }

    private OfList compute(JudgedList list) {
        int shown = list.shown(longest);
        double[] cosines = new double[shown];
        double[] jaccards = new double[shown];
        for (int rank = 1; rank < shown; rank++) {
            cosines[rank] = cosines[rank - 1];
            jaccards[rank] = jaccards[rank - 1];
            for (int above = 0; above < rank; above++) {
                int a = list.item(rank);
                int b = list.item(above);
                int common = common(Math.min(a, b), Math.max(a, b));
                cosines[rank] += sets.cosine(a, b, common);
                jaccards[rank] += sets.jaccard(a, b, common);
            }
        }
        return new OfList(cosines, jaccards, toHistory(list, shown));
    }

    /** A pair comes in many lists; what falls out of the cache is counted again. */
    private int common(int a, int b) {
        long pair = (long) a << 32 | b;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 46);
        if (pairs[slot] != pair) {
            pairs[slot] = pair;
            commons[slot] = sets.common(a, b);
        }
        return commons[slot];
    }

    /** With the sum of the history's sets of length one, which takes time linear in the sets. */
    private double[] toHistory(JudgedList list, int shown) {
        if (list.historySize() == 0) {
            return new double[0];
        }
        for (int n = 0; n < list.historySize(); n++) {
            int item = list.history(n);
            double share = 1 / Math.sqrt(Math.max(1, sets.size(item)));
            for (int m = 0; m < sets.size(item); m++) {
                sums[sets.member(item, m)] += share;
            }
        }
        double[] means = new double[shown];
        for (int rank = 0; rank < shown; rank++) {
            int item = list.item(rank);
            for (int m = 0; m < sets.size(item); m++) {
                means[rank] += sums[sets.member(item, m)];
            }
            means[rank] /= Math.sqrt(Math.max(1, sets.size(item))) * list.historySize();
        }
        for (int n = 0; n < list.historySize(); n++) {
            for (int m = 0; m < sets.size(list.history(n)); m++) {
                sums[sets.member(list.history(n), m)] = 0;
            }
        }
        return means;
    }
}
