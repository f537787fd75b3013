package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.Arrays;

/**
 * What models learn from: numbered people, products and baskets, without a name of anybody. Products are numbered by their
 * sorted ids, so that somebody who is gone leaves no trace in the numbering of the others' products.
 */
public final class TrainingSet {
    private final String[] productIds;
    private final int userCount;
    private final int basketCount;
    private final int[] users;
    private final int[] items;
    private final int[] baskets;
    private final float[] weights;
    private final long[] times;

    TrainingSet(String[] productIds, int userCount, int basketCount, TrainingRows rows) {
        this.productIds = productIds;
        this.userCount = userCount;
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
        return userCount;
    }

    /** How many interactions there are. */
    public int size() {
        return users.length;
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
        InteractionsBuilder builder = Interactions.collect(userCount, productIds.length);
        for (int row = 0; row < users.length; row++) {
            if (times[row] >= from && times[row] < until) {
                builder.add(users[row], items[row], weights[row]);
            }
        }
        return builder.build().mapWeights(weight -> weight < 1 ? weight : 1 + Math.log(weight));
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

    /** Interactions that lose half of their weight in each half-life before the newest one. */
    public Interactions aged(long until, long halfLifeMillis) {
        long newest = Arrays.stream(times).filter(time -> time < until).max().orElse(0);
        InteractionsBuilder builder = Interactions.collect(userCount, productIds.length);
        for (int row = 0; row < users.length; row++) {
            if (times[row] < until) {
                double age = (newest - times[row]) / (double) halfLifeMillis;
                builder.add(users[row], items[row], (float) Math.max(1e-6, weights[row] * Math.pow(2, -age)));
            }
        }
        return builder.build();
    }
}
