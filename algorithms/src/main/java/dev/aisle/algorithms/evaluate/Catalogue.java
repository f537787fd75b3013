package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The items that could have been shown, and how popular each was in training. */
public final class Catalogue {
    private static final double HEAD_SHARE = 0.8;

    private final int[] counts;
    private final long base;
    private final boolean[] tail;
    private final int[] ranks;
    private final int tailSize;
    private final Grouping groups;

    private Catalogue(int[] counts, long base) {
        this.counts = counts;
        this.base = base;
        int[] order = IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) ->
                        counts[a] == counts[b] ? Integer.compare(a, b) : Integer.compare(counts[b], counts[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.ranks = ranks(order);
        this.tail = tail(order, counts);
        this.tailSize =
                (int) IntStream.range(0, tail.length).filter(i -> tail[i]).count();
        this.groups = Grouping.of(
                IntStream.range(0, tail.length).map(i -> tail[i] ? 1 : 0).toArray(), List.of("head", "tail"));
    }

    /**
     * A catalogue with popularity.
     *
     * @param counts how many people had each item in training
     * @param base how many people there were in training; or all interactions, when shares of interactions are wanted
     */
    public static Catalogue of(int[] counts, long base) {
        return new Catalogue(counts.clone(), base);
    }

    /** A catalogue of which the popularity isn't known. */
    public static Catalogue withoutPopularity(int itemCount) {
        return new Catalogue(new int[itemCount], 0);
    }

    /** Number of items. */
    public int itemCount() {
        return counts.length;
    }

    /** Whether anything is known about popularity. */
    public boolean popularityKnown() {
        return base > 0;
    }

    /** How many people had an item; 0 for one that isn't in the catalogue. */
    public int count(int item) {
        return item < counts.length ? counts[item] : 0;
    }

    /** −log2 of the share of people who had an item; one that nobody had counts as one person's, so that it stays finite. */
    public double surprise(int item) {
        return Math.log((double) base / Math.max(1, counts[item])) / Math.log(2);
    }

    /**
     * Whether an item is of the long tail: outside the most popular ones that together just reach 80 % of the interactions. What isn't in the
     * catalogue is.
     */
    public boolean isTail(int item) {
        return item >= tail.length || tail[item];
    }

    /** Number of items in the long tail. */
    public int tailSize() {
        return tailSize;
    }

    /** Head and long tail as groups. */
    Grouping headAndTail() {
        return groups;
    }

    /** How expected an item is for everybody, from its rank r by popularity: (items + 1 − r) / items; 0 for one that nobody had. */
    public double expectedness(int item) {
        return counts[item] == 0 ? 0 : (counts.length - ranks[item]) / (double) counts.length;
    }

    private static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    private static boolean[] tail(int[] order, int[] counts) {
        boolean[] tail = new boolean[order.length];
        long head = (long)
                Math.ceil(HEAD_SHARE * Arrays.stream(counts).asLongStream().sum());
        long sum = 0;
        for (int item : order) {
            tail[item] = sum >= head;
            sum += counts[item];
        }
        return tail;
    }
}
