package dev.aisle.recommender.models.domain;

import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.models.domain.TrainingSet.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers people, products and baskets. The rows of a person must come one after the other. */
public final class TrainingSetBuilder {
    private final Map<String, Integer> products = new HashMap<>();
    private final Map<String, Integer> basketsOfUser = new HashMap<>();
    private final List<Circumstances> circumstances = new ArrayList<>();
    private @Nullable String user;
    private int userCount;
    private int basketCount;
    private int size;
    private int[] users = new int[1024];
    private int[] items = new int[1024];
    private int[] baskets = new int[1024];
    private float[] weights = new float[1024];
    private long[] times = new long[1024];

    /** A set of nothing so far. */
    public TrainingSetBuilder() {}

    /** A part of a greater set: it numbers all products of that, whether somebody dealt with them in this part or not. */
    public TrainingSetBuilder(String[] productIds) {
        for (String id : productIds) {
            products.put(id, products.size());
        }
    }

    /**
     * Adds a row.
     *
     * @param person any name; forgotten as soon as the next person comes
     * @param basket the purchase that it belongs to; {@code null} when it is none
     * @param time milliseconds since 1970
     */
    public void add(String person, String productId, @Nullable String basket, float weight, long time) {
        if (!person.equals(user)) {
            user = person;
            userCount++;
            basketsOfUser.clear();
            circumstances.add(Circumstances.UNKNOWN);
        }
        grow();
        users[size] = userCount - 1;
        items[size] = products.computeIfAbsent(productId, added -> products.size());
        baskets[size] = basket == null ? -1 : basketsOfUser.computeIfAbsent(basket, added -> basketCount++);
        weights[size] = weight;
        times[size] = time;
        size++;
    }

    /** Says under which circumstances the row was that came last; of each person the latest that are known count, for reports and not for models. */
    public void under(Circumstances known) {
        Circumstances before = circumstances.getLast();
        circumstances.set(
                circumstances.size() - 1,
                new Circumstances(
                        known.country() == null ? before.country() : known.country(),
                        known.device() == null ? before.device() : known.device()));
    }

    private void grow() {
        if (size == users.length) {
            users = Arrays.copyOf(users, 2 * size);
            items = Arrays.copyOf(items, 2 * size);
            baskets = Arrays.copyOf(baskets, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
    }

    /** Everything that was added. */
    public TrainingSet build() {
        String[] sorted = products.keySet().toArray(String[]::new);
        Arrays.sort(sorted);
        int[] numbers = new int[sorted.length];
        for (int number = 0; number < sorted.length; number++) {
            Integer old = products.get(sorted[number]);
            numbers[old == null ? 0 : old] = number;
        }
        int[] renumbered = new int[size];
        for (int row = 0; row < size; row++) {
            renumbered[row] = numbers[items[row]];
        }
        TrainingRows rows = new TrainingRows(
                Arrays.copyOf(users, size),
                renumbered,
                Arrays.copyOf(baskets, size),
                Arrays.copyOf(weights, size),
                Arrays.copyOf(times, size));
        return new TrainingSet(sorted, circumstances, basketCount, rows);
    }
}
