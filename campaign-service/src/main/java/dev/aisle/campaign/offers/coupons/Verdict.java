package dev.aisle.campaign.offers.coupons;

import org.jspecify.annotations.Nullable;

/** What a coupon does for a basket. */
public sealed interface Verdict {
    /**
     * It applies.
     *
     * @param off what the customer pays less, minor units
     * @param cost what the budget pays
     * @param gift a product that is added
     */
    record Applies(long off, long cost, @Nullable String gift) implements Verdict {}

    /** It doesn't, and why. */
    record Refused(Refusal reason) implements Verdict {}
}
