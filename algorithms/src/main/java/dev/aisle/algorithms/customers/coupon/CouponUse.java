package dev.aisle.algorithms.customers.coupon;

/**
 * One person's purchases, and how many were made with a coupon. Sums, so that any order gives the same state.
 *
 * @param withCoupon 0 to {@code purchases}
 * @param purchases all of them
 */
public record CouponUse(long withCoupon, long purchases) {
    /** Nobody has bought. */
    public static final CouponUse NONE = new CouponUse(0, 0);

    /** @throws IllegalArgumentException when there are more with a coupon than there are */
    public CouponUse {
        if (withCoupon < 0 || withCoupon > purchases) {
            throw new IllegalArgumentException(
                    "coupons: expected 0 to the number of purchases, was " + withCoupon + " of " + purchases);
        }
    }

    /** With one more purchase. */
    public CouponUse add(boolean couponRedeemed) {
        return merge(new CouponUse(couponRedeemed ? 1 : 0, 1));
    }

    /** The purchases of both, of which none may be in both. */
    public CouponUse merge(CouponUse other) {
        return new CouponUse(Math.addExact(withCoupon, other.withCoupon), Math.addExact(purchases, other.purchases));
    }
}
