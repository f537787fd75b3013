package dev.aisle.campaign.offers.coupons;

/** A definition that can't be a coupon. */
public final class InvalidCouponException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidCouponException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field as it is written in the definition. */
    public String field() {
        return field;
    }

    static void require(boolean met, String field, String message) {
        if (!met) {
            throw new InvalidCouponException(field, message);
        }
    }
}
