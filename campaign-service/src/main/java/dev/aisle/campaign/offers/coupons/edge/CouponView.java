package dev.aisle.campaign.offers.coupons.edge;

import dev.aisle.campaign.offers.coupons.domain.Benefit;
import dev.aisle.campaign.offers.coupons.domain.CodeKind;
import dev.aisle.campaign.offers.coupons.domain.Conditions;
import dev.aisle.campaign.offers.coupons.domain.Coupon;
import dev.aisle.campaign.offers.coupons.domain.Limits;
import dev.aisle.campaign.offers.coupons.store.CouponRepository.Standing;
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
