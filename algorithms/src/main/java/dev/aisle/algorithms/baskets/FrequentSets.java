package dev.aisle.algorithms.baskets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All sets of items that at least so many baskets hold, with how many do. FP-Growth: no candidates are made and the baskets are read twice.
 *
 * @see <a href="https://doi.org/10.1145/335191.335372">Han, Pei, Yin 2000, Mining Frequent Patterns without Candidate Generation</a>
 */
final class FrequentSets {
    private final int[] itemOfRank;
    private final int least;
    private final int longest;
    private final int most;
    private final Map<ItemSet, Integer> counts = new HashMap<>();

    private FrequentSets(int[] itemOfRank, int least, int longest, int most) {
        this.itemOfRank = itemOfRank;
        this.least = least;
        this.longest = longest;
        this.most = most;
    }

    /**
     * Finds them.
     *
     * @param least baskets, ≥ 1
     * @param longest items a set
     * @param most sets, above which it gives up
     * @throws IllegalArgumentException when there are more
     */
    static Map<ItemSet, Integer> of(Baskets baskets, int least, int longest, int most) {
        int[] seen = new int[baskets.itemCount()];
        for (int p = 0; p < baskets.start(baskets.size()); p++) {
            seen[baskets.item(p)]++;
        }
        int[] itemOfRank = IntStream.range(0, seen.length)
                .filter(item -> seen[item] >= least)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -seen[item]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        FrequentSets sets = new FrequentSets(itemOfRank, least, longest, most);
        sets.grow(tree(baskets, itemOfRank), new int[0]);
        return sets.counts;
    }

    private static PrefixTree tree(Baskets baskets, int[] itemOfRank) {
        int[] rankOfItem = new int[baskets.itemCount()];
        Arrays.fill(rankOfItem, -1);
        for (int rank = 0; rank < itemOfRank.length; rank++) {
            rankOfItem[itemOfRank[rank]] = rank;
        }
        PrefixTree tree = new PrefixTree(itemOfRank.length);
        for (int basket = 0; basket < baskets.size(); basket++) {
            int[] path = IntStream.range(baskets.start(basket), baskets.start(basket + 1))
                    .map(position -> rankOfItem[baskets.item(position)])
                    .filter(rank -> rank >= 0)
                    .sorted()
                    .toArray();
            tree.add(path, path.length, 1);
        }
        return tree;
    }

    /** All sets that hold these ranks and more frequent ones. */
    private void grow(PrefixTree tree, int[] held) {
        int below = held.length == 0 ? itemOfRank.length : held[held.length - 1];
        for (int rank = 0; rank < below; rank++) {
            if (tree.total(rank) >= least) {
                int[] set = Arrays.copyOf(held, held.length + 1);
                set[held.length] = rank;
                keep(set, tree.total(rank));
                if (set.length < longest) {
                    grow(tree.under(rank, least), set);
                }
            }
        }
    }

    private void keep(int[] ranks, int count) {
        if (counts.size() == most) {
            throw new IllegalArgumentException(
                    "supp: more than " + most + " sets are this frequent; ask for a higher support");
        }
        counts.put(
                new ItemSet(Arrays.stream(ranks)
                        .map(rank -> itemOfRank[rank])
                        .sorted()
                        .toArray()),
                count);
    }
}
