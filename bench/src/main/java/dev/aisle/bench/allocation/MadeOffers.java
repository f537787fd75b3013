package dev.aisle.bench.allocation;

import dev.aisle.algorithms.offers.OfferTable;
import java.util.SplittableRandom;

/**
 * Customers made from a seed as the instances of the vectors are: {@code p₀} buy anyway, {@code p₁} with a discount d, which lifts the odds
 * the more the larger it is; value {@code p₁(m − d) − p₀m}, cost {@code p₁d}.
 */
public final class MadeOffers {
    private static final double STEP = 5;

    private MadeOffers() {}

    /** Discounts of 5, 10, … of a margin of 20 to 60. */
    public static OfferTable of(int customers, int offers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] value = new double[Math.multiplyExact(customers, offers)];
        double[] cost = new double[value.length];
        for (int customer = 0; customer < customers; customer++) {
            double anyway = random.nextDouble(0.02, 0.5);
            double margin = random.nextDouble(20, 60);
            double lift = random.nextDouble(-0.02, 0.12);
            for (int offer = 0; offer < offers; offer++) {
                double discount = STEP * (offer + 1);
                double odds = anyway / (1 - anyway) * Math.exp(lift * discount);
                double bought = odds / (1 + odds);
                value[customer * offers + offer] = bought * (margin - discount) - anyway * margin;
                cost[customer * offers + offer] = bought * discount;
            }
        }
        return new OfferTable(offers, value, cost);
    }
}
