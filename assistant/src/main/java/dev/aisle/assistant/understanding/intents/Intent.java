package dev.aisle.assistant.understanding.intents;

import java.util.Locale;

/** What a shopper wants. */
public enum Intent {
    /** Where is what I have ordered. */
    ORDER_STATUS,
    /** Sending back, exchange, refund. */
    RETURN,
    /** Ways, costs, times and places of delivery. */
    DELIVERY,
    /** What a product is, has or fits. */
    PRODUCT_QUESTION,
    /** Which of several products. */
    COMPARISON,
    /** Something fitting. */
    RECOMMENDATION,
    /** Coupons, vouchers, discounts. */
    COUPON,
    /** Something went wrong and the shopper says so. */
    COMPLAINT,
    /** Consent, and the rights of a person to his or her data. */
    PRIVACY_REQUEST,
    /** A human being is to answer. */
    PERSON_WANTED,
    /** What else a shop's articles answer: payment, account, invoices, opening hours. */
    SHOP_QUESTION,
    /** A greeting, thanks, a farewell. */
    SMALL_TALK,
    /** Nothing that a shop answers. */
    OUT_OF_SCOPE;

    /** As in requests, examples and tables: {@code order_status}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
