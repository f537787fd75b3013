package dev.aisle.algorithms.evaluate;

import java.util.List;

/** How often each item was shown among the first k of all lists, and how the two groups of popularity fared. */
final class Exposure {
    final int itemCount;
    final long[] shown;
    double headShown;
    double tailShown;
    double headHits;
    double tailHits;
    double headRelevant;
    double tailRelevant;
    double lists;

    private Exposure(int itemCount) {
        this.itemCount = itemCount;
        this.shown = new long[itemCount];
    }

    /** @param times how often each list counts: ones, or the multiplicities of a bootstrap sample */
    static Exposure of(List<JudgedList> lists, byte[] times, int k, Catalogue catalogue) {
        Exposure exposure = new Exposure(catalogue.itemCount());
        for (int n = 0; n < lists.size(); n++) {
            if (times[n] > 0) {
                exposure.add(lists.get(n), times[n], k, catalogue);
            }
        }
        return exposure;
    }

    private void add(JudgedList list, int times, int k, Catalogue catalogue) {
        lists += times;
        for (int rank = 0; rank < list.shown(k); rank++) {
            int item = list.item(rank);
            long hits = list.hit(rank) ? times : 0;
            shown[item] += times;
            if (catalogue.isTail(item)) {
                tailShown += times;
                tailHits += hits;
            } else {
                headShown += times;
                headHits += hits;
            }
        }
        for (int n = 0; n < list.relevant(); n++) {
            boolean tail = catalogue.isTail(list.truth(n));
            tailRelevant += tail ? times : 0;
            headRelevant += tail ? 0 : times;
        }
    }
}
