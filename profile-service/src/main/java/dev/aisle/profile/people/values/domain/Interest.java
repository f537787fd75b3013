package dev.aisle.profile.people.values.domain;

import dev.aisle.contracts.events.v1.EventType;

/** How much an event says about taste: a view 1, an order 5. */
final class Interest {
    private Interest() {}

    static double of(EventType type) {
        return switch (type) {
            case PRODUCT_VIEW, LIST_CLICK -> 1;
            case WISHLIST_ADD -> 2;
            case CART_ADD -> 3;
            case PURCHASE -> 5;
            default -> 0;
        };
    }
}
