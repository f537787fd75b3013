package dev.aisle.algorithms.recommend;

import java.util.SplittableRandom;

/** Small shops with structure: a person mostly takes items whose number leaves the same rest as the person's, divided by three. */
final class RandomShop {
    private RandomShop() {}

    static Interactions of(long seed, int users, int items) {
        SplittableRandom random = new SplittableRandom(seed);
        InteractionsBuilder shop = Interactions.collect(users, items);
        for (int user = 0; user < users; user++) {
            int count = random.nextInt(1, 9);
            for (int n = 0; n < count; n++) {
                int own = Math.min(items - 1, random.nextInt(items) / 3 * 3 + user % 3);
                int item = random.nextInt(5) == 0 ? random.nextInt(items) : own;
                shop.add(user, item, 1 + random.nextInt(3));
            }
        }
        return shop.build();
    }
}
