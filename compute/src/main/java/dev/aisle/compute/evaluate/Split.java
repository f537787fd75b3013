package dev.aisle.compute.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** How data is parted into what models may see and what they must find. */
sealed interface Split {
    /**
     * Parts the data.
     *
     * @param when the time that decides about an entry: its own, or the end of its session
     * @param seed of whatever is drawn
     */
    List<Parts> of(List<Entry> entries, ToLongFunction<Entry> when, long seed);

    /** The split for a search of parameters within the training part. */
    Split within();

    /** For the report. */
    String text(List<Entry> entries, ToLongFunction<Entry> when);

    /**
     * Everything from a moment on is test.
     *
     * @param firstMillis the first moment of the test
     */
    record At(String asked, long firstMillis) implements Split {
        @Override
        public List<Parts> of(List<Entry> entries, ToLongFunction<Entry> when, long seed) {
            return List.of(Split.at(firstMillis, entries, when));
        }

        @Override
        public Split within() {
            return Share.VALIDATION;
        }

        @Override
        public String text(List<Entry> entries, ToLongFunction<Entry> when) {
            return asked;
        }
    }

    /**
     * The latest are test.
     *
     * @param share of the entries that is older than the test, 0 &lt; share &lt; 1
     */
    record Share(double share) implements Split {
        static final Share VALIDATION = new Share(0.9);

        @Override
        public List<Parts> of(List<Entry> entries, ToLongFunction<Entry> when, long seed) {
            return List.of(Split.at(first(entries, when), entries, when));
        }

        private long first(List<Entry> entries, ToLongFunction<Entry> when) {
            long[] times = entries.stream().mapToLong(when).sorted().toArray();
            return times.length == 0 ? 0 : times[(int) (share * times.length)];
        }

        @Override
        public Split within() {
            return VALIDATION;
        }

        @Override
        public String text(List<Entry> entries, ToLongFunction<Entry> when) {
            return "temporal:" + share + " (" + Instant.ofEpochMilli(first(entries, when)) + ")";
        }
    }

    /** Everybody's last entry is test. Who has only one keeps it. */
    record LeaveOneOut() implements Split {
        @Override
        public List<Parts> of(List<Entry> entries, ToLongFunction<Entry> when, long seed) {
            Map<Integer, Entry> last = new HashMap<>();
            Map<Integer, Integer> counts = new HashMap<>();
            for (Entry entry : entries) {
                counts.merge(entry.user(), 1, Integer::sum);
                last.merge(entry.user(), entry, (a, b) -> b.time() >= a.time() ? b : a);
            }
            List<Entry> train = new ArrayList<>();
            List<Entry> test = new ArrayList<>();
            for (Entry entry : entries) {
                boolean lone = counts.getOrDefault(entry.user(), 0) == 1;
                @SuppressWarnings("ReferenceEquality") // that very line, not one that equals it
                boolean isLast = last.get(entry.user()) == entry;
                (isLast && !lone ? test : train).add(entry);
            }
            return List.of(new Parts(train, test));
        }

        @Override
        public Split within() {
            return this;
        }

        @Override
        public String text(List<Entry> entries, ToLongFunction<Entry> when) {
            return "leave-one-out";
        }
    }

    /**
     * Entries are dealt out at random; each of the folds is test once.
     *
     * @param folds into how many, ≥ 2
     * @param taken how many of them are used
     */
    record Folds(int folds, int taken) implements Split {
        static final Folds FIFTH = new Folds(5, 1);

        @Override
        public List<Parts> of(List<Entry> entries, ToLongFunction<Entry> when, long seed) {
            int[] places =
                    IntStream.range(0, entries.size()).map(n -> n % folds).toArray();
            SplittableRandom random = new SplittableRandom(seed);
            for (int n = places.length - 1; n > 0; n--) {
                int other = random.nextInt(n + 1);
                int swapped = places[n];
                places[n] = places[other];
                places[other] = swapped;
            }
            List<Parts> parts = new ArrayList<>();
            for (int fold = 0; fold < taken; fold++) {
                Parts one = new Parts(new ArrayList<>(), new ArrayList<>());
                for (int n = 0; n < places.length; n++) {
                    (places[n] == fold ? one.test() : one.train()).add(entries.get(n));
                }
                parts.add(one);
            }
            return parts;
        }

        @Override
        public Split within() {
            return FIFTH;
        }

        @Override
        public String text(List<Entry> entries, ToLongFunction<Entry> when) {
            return "kfold:" + folds;
        }
    }

    /**
     * Everything that people took of some items is test, whenever it was: to those items nobody came before.
     *
     * @param share of the items, drawn at random, 0 &lt; share &lt; 1
     * @param draw number of this draw: a split within another one holds back other items
     */
    record NewItems(double share, int draw) implements Split {
        @Override
        public List<Parts> of(List<Entry> entries, ToLongFunction<Entry> when, long seed) {
            Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
            for (Entry entry : entries) {
                boolean held =
                        new SplittableRandom(seed + ((long) draw << Integer.SIZE) + entry.item()).nextDouble() < share;
                (held ? parts.test() : parts.train()).add(entry);
            }
            return List.of(parts);
        }

        @Override
        public Split within() {
            return new NewItems(share, draw + 1);
        }

        @Override
        public String text(List<Entry> entries, ToLongFunction<Entry> when) {
            return "new-items:" + share;
        }
    }

    private static Parts at(long first, List<Entry> entries, ToLongFunction<Entry> when) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
        entries.forEach(entry -> (when.applyAsLong(entry) < first ? parts.train() : parts.test()).add(entry));
        return parts;
    }
}
