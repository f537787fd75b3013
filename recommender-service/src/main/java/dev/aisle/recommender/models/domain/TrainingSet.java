package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.artefact.Fingerprint;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.models.checks.TrainingFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What models learn from: numbered people, products and baskets, without a name of anybody. Products are numbered by their
 * sorted ids, so that somebody who is gone leaves no trace in the numbering of the others' products.
 */
public final class TrainingSet {
    private final String[] productIds;
    private final List<Circumstances> circumstances;
    private final int basketCount;
    private final int[] users;
    private final int[] items;
    private final int[] baskets;
    private final float[] weights;
    private final long[] times;

    TrainingSet(String[] productIds, List<Circumstances> circumstances, int basketCount, TrainingRows rows) {
        this.productIds = productIds;
        this.circumstances = List.copyOf(circumstances);
        this.basketCount = basketCount;
        this.users = rows.users();
        this.items = rows.items();
        this.baskets = rows.baskets();
        this.weights = rows.weights();
        this.times = rows.times();
    }

    /**
     * The rows as columns; all arrays have the same length.
     *
     * @param baskets −1 where a row is no purchase
     * @param times milliseconds since 1970
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, inside this package
    record TrainingRows(int[] users, int[] items, int[] baskets, float[] weights, long[] times) {}

    /** Sorted. */
    public String[] productIds() {
        return productIds.clone();
    }

    /** How many people there are. */
    public int userCount() {
        return circumstances.size();
    }

    /** The latest that are known of a person and may be used; no model learns from them. */
    public Circumstances circumstancesOf(int person) {
        return circumstances.get(person);
    }

    /** How many interactions there are. */
    public int size() {
        return users.length;
    }

    /**
     * What there is, in numbers.
     *
     * @param known whether the catalogue has a product
     * @param types how many interactions of each type
     */
    public TrainingFigures figures(Predicate<String> known, Map<String, Long> types) {
        long[] byPerson = new long[userCount()];
        long[] byItem = new long[productIds.length];
        for (int row = 0; row < users.length; row++) {
            byPerson[users[row]]++;
            byItem[items[row]]++;
        }
        long unknown = IntStream.range(0, productIds.length)
                .filter(item -> !known.test(productIds[item]))
                .mapToLong(item -> byItem[item])
                .sum();
        double rows = Math.max(1, users.length);
        return new TrainingFigures(
                userCount(),
                productIds.length,
                users.length,
                Arrays.stream(byPerson).max().orElse(0) / rows,
                users.length == 0 ? null : Instant.ofEpochMilli(newest()),
                unknown / rows,
                types);
    }

    /** When the newest interaction happened, in milliseconds since 1970; 0 without any. */
    public long newest() {
        return Arrays.stream(times).max().orElse(0);
    }

    /** SHA-256 of the products and of what happened before a moment, people by their numbers. */
    String fingerprint(long until) {
        Fingerprint fingerprint = new Fingerprint();
        for (String id : productIds) {
            fingerprint.add(id.chars().toArray());
        }
        int[] rows = IntStream.range(0, times.length)
                .filter(row -> times[row] < until)
                .toArray();
        fingerprint.add(Arrays.stream(rows).map(row -> users[row]).toArray());
        fingerprint.add(Arrays.stream(rows).map(row -> items[row]).toArray());
        fingerprint.add(Arrays.stream(rows).map(row -> baskets[row]).toArray());
        fingerprint.add(Arrays.stream(rows)
                .map(row -> Float.floatToIntBits(weights[row]))
                .toArray());
        return fingerprint
                .add(Arrays.stream(rows).mapToLong(row -> times[row]).toArray())
                .hex();
    }

    /** The moment before which this share of the interactions happened. */
    public long momentOf(double share) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    /**
     * Who dealt with what from one moment to before another; several interactions of a pair add up, less and less: {@code 1 + ln w}.
     */
    public Interactions people(long from, long until) {
        InteractionsBuilder builder = Interactions.collect(userCount(), productIds.length);
        for (int row = 0; row < users.length; row++) {
            if (times[row] >= from && times[row] < until) {
                builder.add(users[row], items[row], weights[row]);
            }
        }
        return builder.build().mapWeights(weight -> weight < 1 ? weight : 1 + Math.log(weight));
    }

    /** How many baskets there are. */
    public int basketCount() {
        return basketCount;
    }

    /** What was bought together: baskets × products. */
    public Interactions baskets(long until) {
        InteractionsBuilder builder = Interactions.collect(basketCount, productIds.length);
        for (int row = 0; row < users.length; row++) {
            if (baskets[row] >= 0 && times[row] < until) {
                builder.add(baskets[row], items[row], 1);
            }
        }
        return builder.build();
    }

    /**
     * What people dealt with in one go, each product once, the oldest first. A visit ends when the gap passes without anything; one
     * with a single product says nothing of what goes with what, and is left out.
     */
    public Sessions visits(long until, Duration gap) {
        List<Session> visits = new ArrayList<>();
        for (int first = 0; first < users.length; first = endOf(first)) {
            int[] rows = inTime(first, until);
            for (int from = 0; from < rows.length; ) {
                int to = from + 1;
                while (to < rows.length && times[rows[to]] - times[rows[to - 1]] < gap.toMillis()) {
                    to++;
                }
                int[] products = Arrays.stream(rows, from, to)
                        .map(row -> items[row])
                        .distinct()
                        .toArray();
                if (products.length > 1) {
                    visits.add(new Session(
                            products,
                            times[rows[to - 1]] / Duration.ofSeconds(1).toMillis()));
                }
                from = to;
            }
        }
        return Sessions.of(productIds.length, visits);
    }

    /** Everything that each person dealt with before a moment, the oldest first; what follows itself counts once. For networks, which learn what comes next. */
    public Sessions sequences(long until) {
        List<Session> sequences = new ArrayList<>();
        for (int first = 0; first < users.length; first = endOf(first)) {
            int[] rows = inTime(first, until);
            int[] products = IntStream.range(0, rows.length)
                    .filter(at -> at == 0 || items[rows[at]] != items[rows[at - 1]])
                    .map(at -> items[rows[at]])
                    .toArray();
            if (products.length > 1) {
                sequences.add(new Session(
                        products,
                        times[rows[rows.length - 1]] / Duration.ofSeconds(1).toMillis()));
            }
        }
        return Sessions.of(productIds.length, sequences);
    }

    /**
     * Something that a person dealt with.
     *
     * @param basket −1 when it wasn't bought
     * @param time milliseconds since 1970
     */
    public record Taken(int item, int basket, long time) {}

    /** The people who dealt with something from a moment on, by their numbers. */
    public int[] activeFrom(long moment) {
        return IntStream.range(0, users.length)
                .filter(row -> times[row] >= moment)
                .map(row -> users[row])
                .distinct()
                .toArray();
    }

    /** All that a person dealt with, the oldest first. */
    public List<Taken> takenBy(int person) {
        int first = firstOf(person);
        return first < 0
                ? List.of()
                : Arrays.stream(inTime(first, Long.MAX_VALUE))
                        .mapToObj(row -> new Taken(items[row], baskets[row], times[row]))
                        .toList();
    }

    /** The last products that a person dealt with before a moment, each once, the oldest first. */
    public int[] lastOf(int person, long until, int most) {
        int first = firstOf(person);
        int[] rows = first < 0 ? new int[0] : inTime(first, until);
        int[] latestFirst = IntStream.range(0, rows.length)
                .map(place -> items[rows[rows.length - 1 - place]])
                .distinct()
                .limit(most)
                .toArray();
        return IntStream.range(0, latestFirst.length)
                .map(place -> latestFirst[latestFirst.length - 1 - place])
                .toArray();
    }

    /** The first row of a person; negative when there is none. */
    private int firstOf(int person) {
        int first = Arrays.binarySearch(users, person);
        while (first > 0 && users[first - 1] == person) {
            first--;
        }
        return first;
    }

    private int endOf(int first) {
        int end = first;
        while (end < users.length && users[end] == users[first]) {
            end++;
        }
        return end;
    }

    /** The rows of the person whose first is this one, before a moment, the oldest first. */
    private int[] inTime(int first, long until) {
        return IntStream.range(first, endOf(first))
                .filter(row -> times[row] < until)
                .boxed()
                .sorted(Comparator.comparingLong(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Interactions that lose half of their weight in each half-life before the newest one. */
    public Interactions aged(long until, long halfLifeMillis) {
        return aged(
                until,
                halfLifeMillis,
                Arrays.stream(times).filter(time -> time < until).max().orElse(0));
    }

    /** The same of a part of a greater set, whose newest interaction this is. */
    public Interactions aged(long until, long halfLifeMillis, long newest) {
        InteractionsBuilder builder = Interactions.collect(userCount(), productIds.length);
        for (int row = 0; row < users.length; row++) {
            if (times[row] < until) {
                double age = (newest - times[row]) / (double) halfLifeMillis;
                builder.add(users[row], items[row], (float) Math.max(1e-6, weights[row] * Math.pow(2, -age)));
            }
        }
        return builder.build();
    }
}
