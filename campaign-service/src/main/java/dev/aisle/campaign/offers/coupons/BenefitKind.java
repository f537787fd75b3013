package dev.aisle.campaign.offers.coupons;

/** What a coupon gives. */
public enum BenefitKind {
    PERCENT,
    AMOUNT,
    TIERED,
    FREE_SHIPPING,
    GIFT
}
