package dev.aisle.bench.data;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * A fifth of everybody's items, drawn at random, is held out.
 *
 * @param train the rest
 * @param held the items of each person that were held out
 */
public record Validation(Interactions train, Interactions held) {
    private static final double SHARE = 0.2;
    private static final long SEED = 5;

    /** Splits. */
    public static Validation of(Interactions shop) {
        SplittableRandom random = new SplittableRandom(SEED);
        InteractionsBuilder train = Interactions.collect(shop.userCount(), shop.itemCount());
        InteractionsBuilder held = Interactions.collect(shop.userCount(), shop.itemCount());
        for (int user = 0; user < shop.userCount(); user++) {
            for (int place = shop.start(user); place < shop.start(user + 1); place++) {
                (random.nextDouble() < SHARE ? held : train).add(user, shop.item(place), shop.weight(place));
            }
        }
        return new Validation(train.build(), held.build());
    }

    /** The items that a person has in the training part. */
    public BitSet seen(int user) {
        BitSet seen = new BitSet(train.itemCount());
        for (int place = train.start(user); place < train.start(user + 1); place++) {
            seen.set(train.item(place));
        }
        return seen;
    }
}
