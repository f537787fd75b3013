package dev.aisle.ingest.shared.events;

import dev.aisle.contracts.events.v1.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names under which shops send the same event: Segment's e-commerce names version 2 and 1, those of GA4 and of
 * Shopify. Case doesn't count.
 *
 * @see <a href="https://segment.com/docs/connections/spec/ecommerce/v2/">Segment e-commerce events</a>
 */
public final class EventNames {
    private static final Map<String, EventType> TYPES = types();
    private static final Spelling SPELLING = new Spelling(TYPES.keySet());

    private EventNames() {}

    /** The type of that name; {@code CUSTOM} when it is none of the known ones. */
    public static EventType typeOf(String name) {
        return TYPES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), EventType.CUSTOM);
    }

    /** All names of a type, in alphabetical order. */
    static List<String> of(EventType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The known name that was probably meant, as Segment writes it; empty when none is near, or when it is one. */
    public static Optional<String> nearest(String name) {
        return typeOf(name) == EventType.CUSTOM ? Optional.ofNullable(SPELLING.nearest(name)) : Optional.empty();
    }

    private static Map<String, EventType> types() {
        Map<String, EventType> types = new HashMap<>();
        browsing(types);
        cartAndOrder(types);
        promotionsAndCoupons(types);
        messages(types);
        return Map.copyOf(types);
    }

    private static void browsing(Map<String, EventType> types) {
        put(types, EventType.PRODUCT_VIEW, "product viewed", "viewed product", "view_item", "product_viewed");
        put(types, EventType.LIST_VIEW, "product list viewed", "viewed product category", "view_item_list");
        put(types, EventType.LIST_VIEW, "collection_viewed");
        put(types, EventType.LIST_CLICK, "product clicked", "clicked product", "select_item");
        put(types, EventType.SEARCH, "products searched", "search", "search_submitted");
        put(types, EventType.WISHLIST_ADD, "product added to wishlist", "add_to_wishlist");
        put(types, EventType.REVIEW, "product reviewed");
        put(types, EventType.SHARE, "product shared", "cart shared");
        put(types, EventType.EXPOSURE, "experiment viewed");
    }

    private static void cartAndOrder(Map<String, EventType> types) {
        put(types, EventType.CART_ADD, "product added", "added product", "add_to_cart", "product_added_to_cart");
        put(types, EventType.CART_REMOVE, "product removed", "removed product", "remove_from_cart");
        put(types, EventType.CART_REMOVE, "product_removed_from_cart");
        put(types, EventType.CART_VIEW, "cart viewed", "view_cart", "cart_viewed");
        put(types, EventType.CHECKOUT, "checkout started", "started order", "begin_checkout", "checkout_started");
        put(types, EventType.PURCHASE, "order completed", "completed order", "purchase", "checkout_completed");
        put(types, EventType.REFUND, "order refunded", "refund");
        put(types, EventType.CANCEL, "order cancelled", "order canceled");
    }

    private static void promotionsAndCoupons(Map<String, EventType> types) {
        put(types, EventType.PROMOTION_VIEW, "promotion viewed", "viewed promotion", "view_promotion");
        put(types, EventType.PROMOTION_CLICK, "promotion clicked", "clicked promotion", "select_promotion");
        put(types, EventType.COUPON_ENTERED, "coupon entered");
        put(types, EventType.COUPON_APPLIED, "coupon applied");
        put(types, EventType.COUPON_DENIED, "coupon denied");
        put(types, EventType.COUPON_REMOVED, "coupon removed");
    }

    private static void messages(Map<String, EventType> types) {
        put(types, EventType.MESSAGE_DELIVERED, "email delivered");
        put(types, EventType.MESSAGE_OPENED, "email opened");
        put(types, EventType.MESSAGE_CLICKED, "email link clicked");
        put(types, EventType.MESSAGE_BOUNCED, "email bounced");
        put(types, EventType.MESSAGE_MARKED_AS_SPAM, "email marked as spam");
        put(types, EventType.UNSUBSCRIBED, "unsubscribed");
    }

    private static void put(Map<String, EventType> types, EventType type, String... names) {
        for (String name : names) {
            types.put(name, type);
        }
    }
}
