package dev.aisle.algorithms.baskets;

import java.util.Arrays;

/**
 * The tree of FP-Growth in flat arrays: baskets that begin alike share a path. Items are numbered by rank here, 0 the most frequent; a
 * path goes from frequent to rare. Node 0 is the root.
 */
final class PrefixTree {
    private static final int NOTHING = -1;

    private int[] rank = new int[64];
    private int[] count = new int[64];
    private int[] parent = new int[64];
    private int[] child = new int[64];
    private int[] sibling = new int[64];
    private int[] sameRank = new int[64];
    private final int[] first;
    private final int[] totals;
    private int size = 1;

    PrefixTree(int ranks) {
        first = new int[ranks];
        totals = new int[ranks];
        Arrays.fill(first, NOTHING);
        child[0] = NOTHING;
        rank[0] = NOTHING;
    }

    /** Adds a path of ascending ranks that was seen some times. */
    void add(int[] path, int length, int times) {
        int node = 0;
        for (int n = 0; n < length; n++) {
            node = childOf(node, path[n]);
            count[node] += times;
            totals[path[n]] += times;
        }
    }

    private int childOf(int node, int wanted) {
        for (int at = child[node]; at != NOTHING; at = sibling[at]) {
            if (rank[at] == wanted) {
                return at;
            }
        }
        if (size == rank.length) {
            grow();
        }
        int added = size++;
        rank[added] = wanted;
        parent[added] = node;
        child[added] = NOTHING;
        sibling[added] = child[node];
        child[node] = added;
        sameRank[added] = first[wanted];
        first[wanted] = added;
        return added;
    }

    private void grow() {
        int more = size * 2;
        rank = Arrays.copyOf(rank, more);
        count = Arrays.copyOf(count, more);
        parent = Arrays.copyOf(parent, more);
        child = Arrays.copyOf(child, more);
        sibling = Arrays.copyOf(sibling, more);
        sameRank = Arrays.copyOf(sameRank, more);
    }

    int total(int atRank) {
        return totals[atRank];
    }

    /** The tree of what comes with an item: the paths above it, with the item's counts, without what is too rare there. */
    PrefixTree under(int atRank, int least) {
        int[] counts = new int[atRank];
        for (int node = first[atRank]; node != NOTHING; node = sameRank[node]) {
            for (int above = parent[node]; above != 0; above = parent[above]) {
                counts[rank[above]] += count[node];
            }
        }
        PrefixTree tree = new PrefixTree(atRank);
        int[] path = new int[atRank];
        for (int node = first[atRank]; node != NOTHING; node = sameRank[node]) {
            int from = atRank;
            for (int above = parent[node]; above != 0; above = parent[above]) {
                if (counts[rank[above]] >= least) {
                    path[--from] = rank[above];
                }
            }
            tree.add(Arrays.copyOfRange(path, from, atRank), atRank - from, count[node]);
        }
        return tree;
    }
}
