package dev.aisle.shop.gateway;

/** What a call is for; the side panel filters by it. */
public enum Kind {
    /** A page was asked for: what follows was done for it. */
    PAGE,
    EVENT,
    LIST,
    DECISION,
    FLAG,
    COUPON,
    CONSENT,
    RIGHTS,
    CHAT
}
