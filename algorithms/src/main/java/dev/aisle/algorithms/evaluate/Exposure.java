package dev.aisle.algorithms.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/** How often each item was shown among the first k of all lists, hit there, and sought. What isn't in the catalogue is passed over. */
final class Exposure {
    final long[] shown;
    final long[] hits;
    final long[] sought;
    private double lists;

    private Exposure(int itemCount) {
        this.shown = new long[itemCount];
        this.hits = new long[itemCount];
        this.sought = new long[itemCount];
    }

    /** @param times by place: how often a list counts, 1, or its multiplicity in a bootstrap sample */
    static Exposure of(List<JudgedList> lists, IntUnaryOperator times, int k, int itemCount) {
        Exposure exposure = new Exposure(itemCount);
        for (int n = 0; n < lists.size(); n++) {
            int often = times.applyAsInt(n);
            if (often > 0) {
                exposure.add(lists.get(n), often, k);
            }
        }
        return exposure;
    }

    private void add(JudgedList list, int times, int k) {
        lists += times;
        for (int rank = 0; rank < list.shown(k); rank++) {
            shown[list.item(rank)] += times;
            hits[list.item(rank)] += list.hit(rank) ? times : 0;
        }
        for (int n = 0; n < list.relevant(); n++) {
            if (list.truth(n) < sought.length) {
                sought[list.truth(n)] += times;
            }
        }
    }

    /** Deviation / mean over groups of: shown / (lists × items of the group). */
    OptionalDouble parityOfExposure(Grouping grouping) {
        double[] slots = new double[grouping.groups()];
        for (int group = 0; group < slots.length; group++) {
            slots[group] = lists * grouping.size(group);
        }
        return Parity.ofRatios(byGroup(shown, grouping), slots);
    }

    /** Deviation / mean over groups of: hits / items sought. */
    OptionalDouble parityOfRecall(Grouping grouping) {
        return Parity.ofRatios(byGroup(hits, grouping), byGroup(sought, grouping));
    }

    private static double[] byGroup(long[] counts, Grouping grouping) {
        double[] sums = new double[grouping.groups()];
        for (int item = 0; item < counts.length; item++) {
            if (grouping.groupOf(item) != Grouping.NONE) {
                sums[grouping.groupOf(item)] += counts[item];
            }
        }
        return sums;
    }
}
