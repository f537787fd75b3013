package dev.aisle.campaign.offers.coupons;

import static dev.aisle.campaign.offers.coupons.InvalidCouponException.require;

import org.jspecify.annotations.Nullable;

/**
 * How much of a coupon there is; {@code null} for any number.
 *
 * @param budget what all uses together may cost, minor units
 * @param uses by everybody together
 * @param usesPerCode by everybody who has the same code; 1 where codes are single-use or personal
 * @param usesPerPerson needs a person's pseudonym at each use
 */
public record Limits(
        @Nullable Long budget,
        @Nullable Long uses,
        @Nullable Long usesPerCode,
        @Nullable Long usesPerPerson) {
    public Limits {
        require(budget == null || budget >= 0, "limits.budget", "must not be negative; leave it out for no limit");
        require(uses == null || uses >= 1, "limits.uses", "must be 1 or more; leave it out for no limit");
        require(
                usesPerCode == null || usesPerCode >= 1,
                "limits.usesPerCode",
                "must be 1 or more; leave it out for no limit");
        require(
                usesPerPerson == null || usesPerPerson >= 1,
                "limits.usesPerPerson",
                "must be 1 or more; leave it out for no limit");
    }
}
