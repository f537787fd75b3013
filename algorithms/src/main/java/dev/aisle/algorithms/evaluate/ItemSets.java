package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;

/** What items have in common: each is a set, of its attributes or of the people who took it. Weights don't count. */
public final class ItemSets {
    private final Interactions rows;

    private ItemSets(Interactions rows) {
        this.rows = rows;
    }

    /**
     * The sets of items.
     *
     * @param rows items × members
     */
    public static ItemSets of(Interactions rows) {
        return new ItemSets(rows);
    }

    /**
     * Items as the sets of the people who took them.
     *
     * @param most how many people at most, evenly spread: the sets of a large shop would be slow, and a part of them says the same
     */
    public static ItemSets ofPeople(Interactions train, int most) {
        int step = Math.max(1, Math.ceilDiv(train.userCount(), Math.max(1, most)));
        InteractionsBuilder rows = Interactions.collect(train.itemCount(), Math.ceilDiv(train.userCount(), step));
        for (int user = 0; user < train.userCount(); user += step) {
            for (int p = train.start(user); p < train.start(user + 1); p++) {
                rows.add(train.item(p), user / step, 1);
            }
        }
        return new ItemSets(rows.build());
    }

    /** Number of items. */
    public int itemCount() {
        return rows.userCount();
    }

    /** Number of different members. */
    public int memberCount() {
        return rows.itemCount();
    }

    /** Size of an item's set; 0 for an item that isn't in the catalogue. */
    public int size(int item) {
        return item < rows.userCount() ? rows.countOf(item) : 0;
    }

    /** A member, {@code 0 ≤ n < size}, ascending with n. */
    int member(int item, int n) {
        return rows.item(rows.start(item) + n);
    }

    /** {@code |A ∩ B| / √(|A| |B|)}; 0 when either is empty. */
    public double cosine(int a, int b) {
        return cosine(a, b, common(a, b));
    }

    double cosine(int a, int b, int common) {
        return common == 0 ? 0 : common / Math.sqrt((double) size(a) * size(b));
    }

    /** {@code |A ∩ B| / |A ∪ B|}; 0 when both are empty. */
    public double jaccard(int a, int b) {
        return jaccard(a, b, common(a, b));
    }

    double jaccard(int a, int b, int common) {
        return common == 0 ? 0 : common / ((double) size(a) + size(b) - common);
    }

    /** Number of members that both have. */
    int common(int a, int b) {
        int p = rows.start(a);
        int q = rows.start(b);
        int endA = rows.start(a + 1);
        int endB = rows.start(b + 1);
        int count = 0;
        while (p < endA && q < endB) {
            int x = rows.item(p);
            int y = rows.item(q);
            count += x == y ? 1 : 0;
            p += x <= y ? 1 : 0;
            q += y <= x ? 1 : 0;
        }
        return count;
    }
}
