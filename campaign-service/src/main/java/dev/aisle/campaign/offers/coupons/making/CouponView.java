package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.Benefit;
import dev.aisle.campaign.offers.coupons.CodeKind;
import dev.aisle.campaign.offers.coupons.Conditions;
import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.CouponRepository.Standing;
import dev.aisle.campaign.offers.coupons.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon and how it stands.
 *
 * @param reserved minor units held for orders that are being placed
 * @param redeemed minor units that orders have spent
 * @param uses of both
 */
record CouponView(
        String id,
        CodeKind codes,
        String currency,
        Benefit benefit,
        Conditions conditions,
        Limits limits,
        long reserved,
        long redeemed,
        long uses,
        Instant madeAt,
        @Nullable Instant endedAt) {
    static CouponView of(Standing standing) {
        Coupon coupon = standing.coupon();
        return new CouponView(
                coupon.id(),
                coupon.codes(),
                coupon.currency(),
                coupon.benefit(),
                coupon.conditions(),
                coupon.limits(),
                standing.reserved(),
                standing.redeemed(),
                standing.uses(),
                standing.madeAt(),
                standing.endedAt());
    }
}
