package dev.aisle.training;

import dev.aisle.algorithms.deep.ItemFeatures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The items that the next one is held against. Of large catalogues the most popular ones and the other targets of a batch always count; of the
 * rest some are drawn for each batch, and count for all of them: a stratified estimate of the softmax over everything, whose sum the popular
 * items make most of.
 *
 * @param items the most popular first
 * @param exact catalogues up to that many items are never drawn from
 * @param head how many always count
 * @param drawn how many of the rest a batch draws
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Rivals(int[] items, int exact, int head, int drawn) {
    private static final int EXACT = 2048;
    private static final int HEAD = 512;
    private static final int DRAWN = 512;

    /**
     * The items that scores are taken of, for all places of a batch.
     *
     * @param items columns
     * @param shifts by column: {@code ln} of how many items it stands for
     * @param targets by place: the column of the next item
     */
    record Columns(long[] items, float[] shifts, long[] targets) {}

    /** All items of a small catalogue. */
    static Rivals all(int items) {
        return new Rivals(IntStream.range(0, items).toArray(), items, 0, 0);
    }

    /**
     * All but those whose features alone give them a place: what no session has would only learn that nobody takes it.
     */
    static Rivals of(Sequences sequences, int itemCount, ItemFeatures features) {
        int[] counts = sequences.counts(itemCount);
        int[] items = IntStream.range(0, itemCount)
                .filter(item -> counts[item] > 0 || !features.knows(item))
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -counts[item]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Rivals(items, EXACT, HEAD, DRAWN);
    }

    /** Whether each item counts, under its own number. */
    boolean everything(int itemCount) {
        return items.length == itemCount && isExact();
    }

    private boolean isExact() {
        return items.length <= Math.max(exact, head + drawn);
    }

    /** One of them, each as likely. */
    int draw(SplittableRandom random) {
        return items[random.nextInt(items.length)];
    }

    /** The columns for the next items of a batch. */
    Columns columns(long[] targets, SplittableRandom random) {
        Map<Long, Integer> columns = new LinkedHashMap<>();
        int always = isExact() ? items.length : head;
        for (int n = 0; n < always; n++) {
            columns.put((long) items[n], n);
        }
        for (long target : targets) {
            columns.putIfAbsent(target, columns.size());
        }
        int certain = columns.size();
        int rest = items.length - certain;
        int wanted = isExact() ? 0 : Math.min(drawn, rest);
        while (columns.size() < certain + wanted) {
            columns.putIfAbsent((long) items[head + random.nextInt(items.length - head)], columns.size());
        }
        float[] shifts = new float[columns.size()];
        Arrays.fill(shifts, certain, shifts.length, (float) Math.log((double) rest / Math.max(1, wanted)));
        long[] places = new long[targets.length];
        for (int n = 0; n < places.length; n++) {
            places[n] = columns.getOrDefault(targets[n], 0);
        }
        List<Long> numbers = List.copyOf(columns.keySet());
        return new Columns(numbers.stream().mapToLong(Long::longValue).toArray(), shifts, places);
    }
}
