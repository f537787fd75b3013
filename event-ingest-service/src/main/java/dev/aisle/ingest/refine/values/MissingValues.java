package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an event of its type should say and doesn't. Filled where it follows from the event or from the product's other events,
 * marked otherwise. What somebody paid is never guessed: a price is only ever marked.
 */
public final class MissingValues {
    private static final Set<EventType> OF_A_PRODUCT = EnumSet.of(
            EventType.PRODUCT_VIEW,
            EventType.LIST_CLICK,
            EventType.CART_ADD,
            EventType.CART_REMOVE,
            EventType.WISHLIST_ADD,
            EventType.REVIEW);
    private static final Set<EventType> OF_A_PRICE =
            EnumSet.of(EventType.PRODUCT_VIEW, EventType.CART_ADD, EventType.PURCHASE);
    private static final Set<EventType> OF_AN_ORDER =
            EnumSet.of(EventType.PURCHASE, EventType.REFUND, EventType.CANCEL);
    private static final Set<EventType> OF_A_LIST = EnumSet.of(EventType.LIST_VIEW, EventType.LIST_CLICK);

    private final ShopEvent.Builder event;
    private final Corrections corrections;

    private MissingValues(ShopEvent.Builder event, Corrections corrections) {
        this.event = event;
        this.corrections = corrections;
    }

    /** Fills and marks in place; facts are of the product with that id. */
    public static void treat(ShopEvent.Builder event, Function<String, ProductFacts> facts, Corrections corrections) {
        MissingValues values = new MissingValues(event, corrections);
        values.items(facts);
        values.order();
        values.others();
    }

    private void items(Function<String, ProductFacts> facts) {
        EventType type = event.getType();
        boolean aboutProducts = OF_A_PRODUCT.contains(type) || type == EventType.PURCHASE;
        if (aboutProducts && event.getItemsCount() == 0) {
            corrections.missing("items");
        }
        for (int i = 0; aboutProducts && i < event.getItemsCount(); i++) {
            String path = "items[" + i + "].";
            describe(event.getItemsBuilder(i), path, facts);
            if (OF_A_PRICE.contains(type) && !event.getItems(i).hasPrice()) {
                corrections.missing(path + "price");
            }
        }
    }

    private void describe(Item.Builder item, String path, Function<String, ProductFacts> facts) {
        if (!item.getCategory().isEmpty() && !item.getBrand().isEmpty()) {
            return;
        }
        ProductFacts known = facts.apply(item.getProductId());
        if (item.getBrand().isEmpty() && !known.brand().isEmpty()) {
            item.setBrand(known.brand());
            corrections.filled(path + "brand", known.brand());
        }
        if (!item.getCategory().isEmpty()) {
            return;
        }
        if (known.category().isEmpty()) {
            corrections.missing(path + "category");
        } else {
            item.setCategory(known.category());
            corrections.filled(path + "category", known.category());
        }
    }

    private void order() {
        if (!OF_AN_ORDER.contains(event.getType())) {
            return;
        }
        if (event.getOrder().getOrderId().isEmpty()) {
            corrections.missing("order.order_id");
        }
        if (event.getType() != EventType.PURCHASE || event.getOrder().hasTotal()) {
            return;
        }
        if (!grants(Purpose.ANALYTICS)) {
            // Left out on purpose, or a sum that lacks what was: shipping and tax are for analysis only.
            return;
        }
        Optional<Money> total = OrderTotal.of(event.getOrder(), event.getItemsList());
        if (total.isEmpty()) {
            corrections.missing("order.total");
        } else {
            event.getOrderBuilder().setTotal(total.get());
            corrections.filled("order.total", Amount.text(total.get()));
        }
    }

    private boolean grants(Purpose purpose) {
        return event.getGrantedPurposesList().contains(purpose);
    }

    private void others() {
        EventType type = event.getType();
        boolean searched =
                type == EventType.SEARCH && event.getSearch().getQuery().isEmpty();
        boolean kept = grants(Purpose.ANALYTICS) || grants(Purpose.PERSONALIZATION);
        if (searched && kept && !event.getMinimisedFieldsList().contains("properties.query")) {
            corrections.missing("search.query");
        }
        if (OF_A_LIST.contains(type)
                && event.getList().getListId().isEmpty()
                && event.getList().getCategory().isEmpty()) {
            corrections.missing("list");
        }
        if (type == EventType.EXPOSURE && event.getExposure().getVariationId().isEmpty()) {
            corrections.missing("exposure.variation_id");
        }
    }
}
