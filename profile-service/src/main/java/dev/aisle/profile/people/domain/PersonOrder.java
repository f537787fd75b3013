package dev.aisle.profile.people.domain;

import org.jspecify.annotations.Nullable;

/**
 * What was paid.
 *
 * @param order the shop's order id; empty when unknown
 * @param revenue in minor units of {@code currency}; null when unknown
 * @param discount in minor units; 0 when none
 * @param currency ISO 4217; empty when unknown
 * @param coupon the code's name; empty when none was used
 */
public record PersonOrder(String order, @Nullable Long revenue, long discount, String currency, String coupon) {
    /** Whether a coupon or another discount made it cheaper. */
    public boolean reduced() {
        return !coupon.isEmpty() || discount > 0;
    }
}
