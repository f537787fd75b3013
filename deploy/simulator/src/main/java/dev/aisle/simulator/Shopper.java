package dev.aisle.simulator;

import java.util.Map;

/**
 * A shopper and the truth about them, which no service ever sees.
 *
 * @param id               the customer number
 * @param anonymousId      the browser's cookie
 * @param kinds            how much each kind is liked; positive, sums to 1
 * @param brands           how much each brand is liked, on a log scale around 0
 * @param priceSensitivity how much a doubled price hurts, on a log scale, ≥ 0
 * @param sessionsPerDay   expected visits on an ordinary day
 * @param coupon           what a coupon does to them
 */
public record Shopper(
        String id,
        String anonymousId,
        Map<Kind, Double> kinds,
        Map<Brand, Double> brands,
        double priceSensitivity,
        double sessionsPerDay,
        CouponResponse coupon) {
    public Shopper {
        kinds = Map.copyOf(kinds);
        brands = Map.copyOf(brands);
    }

    /** Whether the demo knows this shopper by name. */
    public boolean isRegular() {
        return Regular.ids().contains(id);
    }

    /** How attractive a product is to this shopper within its kind; a weight, greater than 0. */
    public double attraction(Product product) {
        var dear =
                Math.log((double) product.price().minorUnits() / product.kind().typicalCents()) / Math.log(2);
        var liking = brands.getOrDefault(product.brand(), 0.0) - priceSensitivity * dear;
        return product.popularity() * Math.exp(liking);
    }

    public Kind favourite() {
        return kinds.entrySet().stream()
                .max(Map.Entry.<Kind, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }
}
