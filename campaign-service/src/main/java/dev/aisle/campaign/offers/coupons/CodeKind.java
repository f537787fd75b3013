package dev.aisle.campaign.offers.coupons;

/** Who may use a code of a coupon. */
public enum CodeKind {
    /** Everybody who knows it. */
    SHARED,
    /** The first one who uses it. */
    SINGLE_USE,
    /** The person for whom it was issued, once. */
    PERSONAL
}
