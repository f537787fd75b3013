package dev.aisle.campaign.offers.coupons;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What somebody is about to buy, in minor units.
 *
 * @param alreadyOff what other coupons take off the products
 * @param others coupons that are used in the same basket
 * @param at the moment at which it is judged
 */
public record Basket(
        String currency, List<Line> lines, long shipping, long alreadyOff, Collection<Coupon> others, Instant at) {
    public Basket {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }

    /** Some pieces of a product at a price each. */
    public record Line(String productId, Set<String> categories, long quantity, long price) {
        public Line {
            categories = Set.copyOf(categories);
        }

        private long sum() {
            return Math.multiplyExact(quantity, price);
        }
    }

    /** What the products cost. */
    long total() {
        return totalOf(Set.of());
    }

    /** What the products of one of these categories cost; of none: all products. */
    long totalOf(Set<String> categories) {
        return lines.stream()
                .filter(line -> categories.isEmpty() || !Collections.disjoint(line.categories(), categories))
                .mapToLong(Line::sum)
                .reduce(0, Math::addExact);
    }
}
