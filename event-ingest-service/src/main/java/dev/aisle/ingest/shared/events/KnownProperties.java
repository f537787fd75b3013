package dev.aisle.ingest.shared.events;

import dev.aisle.contracts.events.v1.EventType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of each event that every shop sends: which properties are taken, under which names, and into which field of the contract
 * they go. Whatever isn't here is dropped.
 */
public final class KnownProperties {
    /** What holds products, under Segment's name and GA4's. */
    public static final List<String> PRODUCT_LISTS = List.of("products", "items");

    private static final Map<String, ContractField> OF_PRODUCT = fields(
            "product_id items.product_id, productId items.product_id, item_id items.product_id, id items.product_id, sku items.sku,"
                    + "category items.category, item_category items.category, name items.name, item_name items.name,"
                    + "brand items.brand, item_brand items.brand, variant items.variant, coupon items.coupon,"
                    + "position items.position, price items.price, quantity items.quantity, currency items.price");

    private static final Map<String, ContractField> OF_ORDER = fields(
            "order_id order.order_id, orderId order.order_id, transaction_id order.order_id, checkout_id order.checkout_id,"
                    + "affiliation order.affiliation, coupon order.coupon, subtotal order.subtotal, total order.total,"
                    + "value order.total, revenue order.revenue, shipping order.shipping, tax order.tax,"
                    + "discount order.discount, currency order.total");

    private static final Map<String, ContractField> OF_PAGE = fields(
            "path context.page_path, url context.page_path, title context.page_title, referrer context.referrer_domain");
    private static final Map<String, ContractField> OF_SEARCH =
            fields("query search.query, search_term search.query, result_count search.result_count");
    private static final Map<String, ContractField> OF_REVIEW = fields(
            "review_id review.review_id, rating review.rating, rating_max review.rating_max, review_body review.text,"
                    + "text review.text");
    private static final Map<String, ContractField> OF_PROMOTION =
            fields("promotion_id promotion.promotion_id, name promotion.name, creative promotion.creative,"
                    + "position promotion.position");
    private static final Map<String, ContractField> OF_EXPOSURE =
            fields("experiment_id exposure.experiment_id, experiment_name exposure.experiment_name,"
                    + "variation_id exposure.variation_id, variation_name exposure.variation_name");
    private static final Map<String, ContractField> OF_LIST =
            fields("list_id list.list_id, item_list_id list.list_id, category list.category");
    private static final Map<String, ContractField> OF_COUPON =
            fields("coupon_id coupon.coupon_id, coupon coupon.coupon_id, coupon_name coupon.name, reason coupon.reason,"
                    + "discount coupon.discount, currency coupon.discount");
    private static final Map<String, ContractField> OF_MESSAGE =
            fields("message_id message.message_id, email_id message.message_id, campaign_id message.campaign_id,"
                    + "link_url message.link");
    private static final Map<String, ContractField> OF_SHARE = fields("share_via share.via");

    private static final Set<EventType> HOLDS_PRODUCTS = EnumSet.of(
            EventType.PRODUCT_VIEW,
            EventType.LIST_VIEW,
            EventType.LIST_CLICK,
            EventType.SEARCH,
            EventType.CART_ADD,
            EventType.CART_REMOVE,
            EventType.CART_VIEW,
            EventType.CHECKOUT,
            EventType.PURCHASE,
            EventType.REFUND,
            EventType.CANCEL,
            EventType.PROMOTION_VIEW,
            EventType.PROMOTION_CLICK,
            EventType.WISHLIST_ADD,
            EventType.REVIEW,
            EventType.SHARE);

    private static final Set<EventType> ABOUT_ONE_PRODUCT = EnumSet.of(
            EventType.PRODUCT_VIEW,
            EventType.LIST_CLICK,
            EventType.CART_ADD,
            EventType.CART_REMOVE,
            EventType.WISHLIST_ADD,
            EventType.REVIEW);

    private static final Map<EventType, Map<String, ContractField>> OF_EVENT = ofEvents();

    private KnownProperties() {}

    /** The properties of a product, alone or in a list. */
    public static Map<String, ContractField> ofProduct() {
        return OF_PRODUCT;
    }

    /** The properties of an event besides its list of products; none for a custom one. */
    public static Map<String, ContractField> of(EventType type) {
        return OF_EVENT.getOrDefault(type, Map.of());
    }

    /** The names under which an event is taken in a track call, in small letters; none for the calls that say by themselves what they are. */
    public static List<String> namesOf(EventType type) {
        return EventNames.of(type);
    }

    /** Whether every shop sends an event of that name. */
    public static boolean isKnownEvent(String name) {
        return EventNames.typeOf(name) != EventType.CUSTOM;
    }

    /** Whether an event may hold products at all. */
    public static boolean holdsProducts(EventType type) {
        return HOLDS_PRODUCTS.contains(type);
    }

    /** Whether an event of this type says nothing without a product. */
    public static boolean needsProduct(EventType type) {
        return ABOUT_ONE_PRODUCT.contains(type);
    }

    /** Whether the properties themselves may be those of a product; of a promotion they are its own: it has a name and a position too. */
    public static boolean mayDescribeProduct(EventType type) {
        return holdsProducts(type) && type != EventType.PROMOTION_VIEW && type != EventType.PROMOTION_CLICK;
    }

    private static Map<EventType, Map<String, ContractField>> ofEvents() {
        Map<EventType, Map<String, ContractField>> all = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            Map<String, ContractField> known = new LinkedHashMap<>(details(type));
            if (mayDescribeProduct(type)) {
                OF_PRODUCT.forEach(known::putIfAbsent);
                // Alone it says of an order or a promotion as much as of a product.
                known.keySet().removeIf(name -> name.equals("id") && !needsProduct(type));
            }
            all.put(type, Map.copyOf(known));
        }
        return all;
    }

    private static Map<String, ContractField> details(EventType type) {
        return switch (type) {
            case PAGE_VIEW, SCREEN_VIEW -> OF_PAGE;
            case CHECKOUT, PURCHASE, REFUND, CANCEL -> OF_ORDER;
            case SEARCH -> OF_SEARCH;
            case REVIEW -> OF_REVIEW;
            case PROMOTION_VIEW, PROMOTION_CLICK -> OF_PROMOTION;
            case EXPOSURE -> OF_EXPOSURE;
            case LIST_VIEW, LIST_CLICK -> OF_LIST;
            case COUPON_ENTERED, COUPON_APPLIED, COUPON_DENIED, COUPON_REMOVED -> OF_COUPON;
            case MESSAGE_DELIVERED,
                    MESSAGE_OPENED,
                    MESSAGE_CLICKED,
                    MESSAGE_BOUNCED,
                    MESSAGE_MARKED_AS_SPAM,
                    UNSUBSCRIBED -> OF_MESSAGE;
            case SHARE -> OF_SHARE;
            default -> Map.of();
        };
    }

    /** Pairs of a client's name and a field of the contract. */
    private static Map<String, ContractField> fields(String pairs) {
        Map<String, ContractField> fields = new LinkedHashMap<>();
        for (String pair : pairs.split(",", -1)) {
            String[] names = pair.strip().split(" ", 2);
            fields.put(names[0], ContractField.of(names[1]));
        }
        return fields;
    }
}
