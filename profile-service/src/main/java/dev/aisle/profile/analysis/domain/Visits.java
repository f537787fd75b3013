package dev.aisle.profile.analysis.domain;

import dev.aisle.contracts.events.v1.EventType;

/** Which events mean that somebody was in the shop. */
public final class Visits {
    private Visits() {}

    /** Whether it is something that a person does in the shop; not what is done to them, nor what systems tell of them. */
    public static boolean isVisit(EventType type) {
        return switch (type) {
            case PAGE_VIEW,
                    SCREEN_VIEW,
                    PRODUCT_VIEW,
                    LIST_VIEW,
                    LIST_CLICK,
                    SEARCH,
                    CART_ADD,
                    CART_REMOVE,
                    CART_VIEW,
                    CHECKOUT,
                    PURCHASE,
                    PROMOTION_VIEW,
                    PROMOTION_CLICK,
                    WISHLIST_ADD,
                    REVIEW,
                    SHARE,
                    COUPON_ENTERED,
                    COUPON_REMOVED,
                    CUSTOM -> true;
            case EVENT_TYPE_UNSPECIFIED,
                    IDENTIFY,
                    ALIAS,
                    GROUP,
                    REFUND,
                    CANCEL,
                    REFERRAL,
                    COUPON_APPLIED,
                    COUPON_DENIED,
                    EXPOSURE,
                    MESSAGE_DELIVERED,
                    MESSAGE_OPENED,
                    MESSAGE_CLICKED,
                    MESSAGE_BOUNCED,
                    MESSAGE_MARKED_AS_SPAM,
                    UNSUBSCRIBED,
                    UNRECOGNIZED -> false;
        };
    }
}
