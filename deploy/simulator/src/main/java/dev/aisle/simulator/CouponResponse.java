package dev.aisle.simulator;

/** What a coupon does to a person: the four types of uplift modelling, with the factor on the odds of an order. */
public enum CouponResponse {
    /** Orders because of the coupon. */
    PERSUADABLE(0.25, 3.0),
    /** Orders anyway. */
    SURE_THING(0.70, 1.0),
    /** Doesn't order anyway. */
    LOST_CAUSE(0.05, 1.0),
    /** Is put off by it. */
    SLEEPING_DOG(0.45, 0.4);

    private final double orderChance;
    private final double oddsFactor;

    CouponResponse(double orderChance, double oddsFactor) {
        this.orderChance = orderChance;
        this.oddsFactor = oddsFactor;
    }

    /** The chance that a filled cart becomes an order. */
    public double orderChance(boolean couponShown) {
        if (!couponShown) {
            return orderChance;
        }
        var odds = orderChance / (1 - orderChance) * oddsFactor;
        return odds / (1 + odds);
    }

    /** The true effect of showing a coupon on that chance; what an analysis of the stream must find. */
    public double effect() {
        return orderChance(true) - orderChance(false);
    }
}
