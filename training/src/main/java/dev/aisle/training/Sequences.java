package dev.aisle.training;

import dev.aisle.algorithms.sequence.Sessions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What is learned from and what is judged by: of some sessions, drawn at random, the last item is held back. Where sessions are long it is of
 * more of them, since a last item is little of what there is to learn then, and few questions tell a better epoch from a lucky one.
 *
 * @param train sessions of two items or more, those that are longer than a chunk cut into several
 * @param held sessions whose last item is to be found
 */
record Sequences(List<int[]> train, List<int[]> held) {
    private static final int HELD_OF = 10;
    private static final int FEW = 500;
    private static final int STEPS_OF_ONE = 50;

    /**
     * Splits.
     *
     * @param chunk steps that are learned together, at most
     * @param most sessions that are held back, at most
     */
    static Sequences of(Sessions sessions, int chunk, int most, long seed) {
        List<int[]> usable = new ArrayList<>();
        for (int session = 0; session < sessions.size(); session++) {
            int[] items = new int[sessions.start(session + 1) - sessions.start(session)];
            for (int step = 0; step < items.length; step++) {
                items[step] = sessions.item(sessions.start(session) + step);
            }
            if (items.length > 1) {
                usable.add(items);
            }
        }
        if (usable.isEmpty()) {
            throw new ArithmeticException("no session has two items; there is nothing that follows from anything");
        }
        Collections.shuffle(usable, random(seed));
        int held = Math.min(most, held(usable.size(), sessions.steps()));
        List<int[]> train = new ArrayList<>();
        for (int n = 0; n < usable.size(); n++) {
            int[] items = usable.get(n);
            addChunks(n < held ? Arrays.copyOf(items, items.length - 1) : items, chunk, train);
        }
        return new Sequences(train, List.copyOf(usable.subList(0, held)));
    }

    private static int held(int sessions, int steps) {
        int ofSessions = Math.max(sessions / HELD_OF, Math.min(FEW, sessions / 2));
        return Math.max(ofSessions, Math.min(sessions, steps / STEPS_OF_ONE));
    }

    /** How often each item is learned from. */
    int[] counts(int itemCount) {
        int[] counts = new int[itemCount];
        for (int[] items : train) {
            for (int item : items) {
                counts[item]++;
            }
        }
        return counts;
    }

    /** From the end, so that the latest part is a whole one; two chunks share the item between them. */
    private static void addChunks(int[] items, int chunk, List<int[]> into) {
        for (int end = items.length; end > 1; end -= chunk) {
            into.add(Arrays.copyOfRange(items, Math.max(0, end - chunk - 1), end));
        }
    }

    /**
     * Everything once, in random order, sessions of about a length together: else most of a batch would be what short ones are filled up with.
     *
     * @param places in a batch, about
     */
    List<Batch> batches(int places, long seed) {
        List<int[]> shuffled = new ArrayList<>(train);
        Random random = random(seed);
        Collections.shuffle(shuffled, random);
        shuffled.sort(Comparator.comparingInt(items -> items.length));
        List<Batch> batches = new ArrayList<>();
        int from = 0;
        int count = 0;
        for (int n = 0; n < shuffled.size(); n++) {
            count += shuffled.get(n).length - 1;
            if (count >= places || n == shuffled.size() - 1) {
                batches.add(batch(shuffled.subList(from, n + 1)));
                from = n + 1;
                count = 0;
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** All but the last item is given, all but the first is asked for. */
    static Batch batch(List<int[]> sessions) {
        int steps = sessions.stream().mapToInt(items -> items.length - 1).max().orElse(0);
        int count = sessions.stream().mapToInt(items -> items.length - 1).sum();
        long[] items = new long[sessions.size() * steps];
        long[] places = new long[count];
        long[] targets = new long[count];
        int next = 0;
        for (int row = 0; row < sessions.size(); row++) {
            int[] session = sessions.get(row);
            for (int step = 0; step + 1 < session.length; step++) {
                items[row * steps + step] = session[step];
                places[next] = (long) row * steps + step;
                targets[next++] = session[step + 1];
            }
        }
        return new Batch(sessions.size(), steps, items, places, targets);
    }

    private static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }
}
