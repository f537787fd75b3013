package dev.aisle.compute.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * New numbers for people or items: those of train first, in the order of their coming, then the others.
 *
 * @param numbers by the reader's index
 * @param inTrain how many train has; their numbers are below this
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Numbering(int[] numbers, int inTrain) {
    private static final int NONE = -1;

    static Numbering trainFirst(Parts parts, int count, ToIntFunction<Entry> of) {
        int[] numbers = new int[count];
        Arrays.fill(numbers, NONE);
        int inTrain = number(parts.train(), of, numbers, 0);
        int all = number(parts.test(), of, numbers, inTrain);
        for (int n = 0; n < count; n++) {
            if (numbers[n] == NONE) {
                numbers[n] = all++;
            }
        }
        return new Numbering(numbers, inTrain);
    }

    private static int number(List<Entry> entries, ToIntFunction<Entry> of, int[] numbers, int from) {
        int next = from;
        for (Entry entry : entries) {
            int index = of.applyAsInt(entry);
            if (numbers[index] == NONE) {
                numbers[index] = next++;
            }
        }
        return next;
    }

    /** As the reader numbered them, and all of them in the catalogue. */
    static Numbering same(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, n -> n);
        return new Numbering(numbers, count);
    }

    int of(int index) {
        return numbers[index];
    }

    /** The same things in the new order. */
    <T> List<T> reordered(List<T> byIndex) {
        int[] from = new int[numbers.length];
        for (int n = 0; n < from.length; n++) {
            from[numbers[n]] = n;
        }
        return Arrays.stream(from).mapToObj(byIndex::get).toList();
    }
}
