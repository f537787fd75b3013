package dev.aisle.campaign.offers.coupons.use;

import java.util.Locale;

/** Where a use stands. */
public enum UseState {
    /** Held for an order that is being placed. */
    RESERVED,
    /** Spent by an order. */
    REDEEMED,
    /** Given back by the storefront. */
    RELEASED,
    /** Taken back because the order didn't come in time and somebody else needed it. */
    EXPIRED;

    /** As it is kept and shown. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UseState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
