package dev.aisle.bench.data;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A shop of any size with the skew of real ones: the popularity of items follows a power law, that of people a log-normal, and most of what a
 * person takes is of a few tastes. The same numbers give the same shop.
 *
 * @param interactions pairs of a person and an item, about
 * @param users people
 * @param items items, their numbers in no order of popularity
 */
public record MadeShop(int interactions, int users, int items) {
    private static final long SEED = 20_261_126;
    private static final double POPULARITY = 0.9;
    private static final double ACTIVITY = 1.1;
    private static final double OWN_TASTE = 0.75;
    private static final int ITEMS_A_TASTE = 100;
    private static final int TRIES = 8;

    /** As many people and items as a shop of that many interactions may have; at 20 million those of MovieLens. */
    public static MadeShop of(int interactions) {
        double scale = interactions / 20e6;
        return new MadeShop(interactions, (int) Math.max(100, Math.round(138_000 * Math.pow(scale, 0.7))), (int)
                Math.max(50, Math.round(27_000 * Math.pow(scale, 0.5))));
    }

    /** Makes the interactions, each of weight 1. */
    public Interactions make() {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] shuffled = shuffled(random.split());
        double[] popularity = cumulated(items);
        int tastes = Math.max(1, items / ITEMS_A_TASTE);
        double[] withinTaste = cumulated(items / tastes);
        InteractionsBuilder shop = Interactions.collect(users, items);
        int[] takenBy = new int[items];
        int[] counts = counts(random.split());
        for (int user = 0; user < users; user++) {
            int taste = random.nextInt(tastes);
            int left = counts[user];
            for (int attempt = 0; left > 0 && attempt < TRIES * counts[user]; attempt++) {
                boolean own = random.nextDouble() < OWN_TASTE;
                int rank = own ? taste + tastes * draw(withinTaste, random) : draw(popularity, random);
                if (takenBy[rank] != user + 1) {
                    takenBy[rank] = user + 1;
                    shop.add(user, shuffled[rank], 1);
                    left--;
                }
            }
        }
        return shop.build();
    }

    private int[] shuffled(SplittableRandom random) {
        int[] numbers = new int[items];
        for (int n = 0; n < items; n++) {
            int other = random.nextInt(n + 1);
            numbers[n] = numbers[other];
            numbers[other] = n;
        }
        return numbers;
    }

    private static double[] cumulated(int n) {
        double[] sums = new double[n];
        double sum = 0;
        for (int rank = 0; rank < n; rank++) {
            sum += Math.pow(rank + 5.0, -POPULARITY);
            sums[rank] = sum;
        }
        return sums;
    }

    private static int draw(double[] cumulated, SplittableRandom random) {
        int place = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(cumulated.length - 1, place < 0 ? -place - 1 : place);
    }

    private int[] counts(SplittableRandom random) {
        double[] activity = new double[users];
        double sum = 0;
        for (int user = 0; user < users; user++) {
            activity[user] = Math.exp(ACTIVITY * random.nextGaussian());
            sum += activity[user];
        }
        int[] counts = new int[users];
        for (int user = 0; user < users; user++) {
            counts[user] = Math.clamp(Math.round(interactions * activity[user] / sum), 1, items / 3);
        }
        return counts;
    }
}
