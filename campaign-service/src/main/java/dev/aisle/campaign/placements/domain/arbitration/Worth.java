package dev.aisle.campaign.placements.domain.arbitration;

/**
 * What a campaign is expected to bring when it is given once: {@code value × uplift − cost − couponCost × uses}.
 *
 * @param value of one success, in minor units of the shop's currency
 * @param uplift by how much the probability of a success rises
 * @param cost of giving it, in minor units
 * @param couponCost of one use of its coupon, in minor units; 0 without a coupon
 * @param uses the probability that the coupon is used
 * @param measured whether the uplift was measured; otherwise it is the prior
 */
public record Worth(double value, double uplift, double cost, double couponCost, double uses, boolean measured) {
    /** The expected incremental value of giving it once, in minor units. */
    public double expected() {
        return value * uplift - cost - couponCost * uses;
    }
}
