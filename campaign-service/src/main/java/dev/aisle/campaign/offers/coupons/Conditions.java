package dev.aisle.campaign.offers.coupons;

import static dev.aisle.campaign.offers.coupons.InvalidCouponException.require;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a coupon may be used.
 *
 * @param from the first moment; {@code null} for at once
 * @param until the first moment at which it may not be used any more; {@code null} for never
 * @param minimum what the products of the basket must be worth, minor units
 * @param categories products of one of them count; empty for all products
 * @param alone goes with no other coupon
 * @param group goes with no other coupon of the same group; {@code null} for none
 */
public record Conditions(
        @Nullable Instant from,
        @Nullable Instant until,
        long minimum,
        Set<String> categories,
        boolean alone,
        @Nullable String group) {
    public Conditions {
        categories = Set.copyOf(categories);
        require(
                minimum >= 0 && minimum <= Benefit.MOST_MINOR,
                "conditions.minimum",
                "must not be negative; 0 for any basket");
        require(
                from == null || until == null || from.isBefore(until),
                "conditions.until",
                "must be after conditions.from");
        require(categories.stream().noneMatch(String::isBlank), "conditions.categories", "must not have an empty name");
    }

    /** Whether both may be used in one basket. */
    boolean goesWith(Conditions other) {
        boolean sameGroup = group != null && group.equals(other.group);
        return !alone && !other.alone && !sameGroup;
    }
}
