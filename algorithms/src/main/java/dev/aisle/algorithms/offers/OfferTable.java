package dev.aisle.algorithms.offers;

/**
 * What each offer would bring and cost at each customer: two row-major {@code customers × offers} arrays, which stay the caller's and must
 * not change while they are used.
 *
 * @param offers offers a customer, ≥ 1
 * @param value incremental profit in any unit, finite; negative where an offer does harm
 * @param cost expected cost in any unit, finite and ≥ 0; same length
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of customers: copies and boxes are what this is meant to avoid.
public record OfferTable(int offers, double[] value, double[] cost) {
    /** @throws IllegalArgumentException when a number is missing or isn't one; the message names customer and offer */
    public OfferTable {
        if (offers < 1) {
            throw new IllegalArgumentException("offers: expected at least 1, was " + offers);
        }
        if (value.length % offers != 0 || cost.length != value.length) {
            throw new IllegalArgumentException("value, expected_cost: expected " + offers
                    + " numbers a customer in both, were " + value.length + " and " + cost.length);
        }
        for (int n = 0; n < value.length; n++) {
            if (!Double.isFinite(value[n]) || !(cost[n] >= 0) || !Double.isFinite(cost[n])) {
                throw new IllegalArgumentException("customer " + n / offers + ", offer " + n % offers
                        + ": expected a finite value and a finite cost ≥ 0, were " + value[n] + " and " + cost[n]);
            }
        }
    }

    /** How many customers there are. */
    public int customers() {
        return value.length / offers;
    }

    /** What an offer brings at a customer; nothing for {@link Allocation#NONE}. */
    double valueOf(int customer, int offer) {
        return offer < 0 ? 0 : value[customer * offers + offer];
    }

    /** What an offer costs at a customer; nothing for {@link Allocation#NONE}. */
    double costOf(int customer, int offer) {
        return offer < 0 ? 0 : cost[customer * offers + offer];
    }
}
