package dev.aisle.campaign.offers.coupons;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * From which sum on a tiered coupon takes how much off; either a percentage or an amount.
 *
 * @param from minor units of the products that count
 */
public record Tier(
        long from, @Nullable BigDecimal percent, @Nullable Long amount) {
    public Tier {
        InvalidCouponException.require(from >= 0, "benefit.tiers.from", "must not be negative");
        InvalidCouponException.require(
                (percent == null) != (amount == null), "benefit.tiers", "each needs either percent or amount");
        if (percent != null) {
            Benefit.checkPercent("benefit.tiers.percent", percent);
        }
        if (amount != null) {
            Benefit.checkMoney("benefit.tiers.amount", amount, 1);
        }
    }
}
