package dev.aisle.profile.edge;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.profile.domain.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Events of the wire as observations. */
final class Observations {
    private Observations() {}

    static Observation of(ShopEvent event) {
        return new Observation(
                event.getPseudonym(),
                event.getType().name().toLowerCase(Locale.ROOT),
                Instant.ofEpochSecond(
                        event.getOccurredAt().getSeconds(),
                        event.getOccurredAt().getNanos()),
                interest(event.getType()),
                event.getItemsList().stream()
                        .map(Item::getProductId)
                        .filter(id -> !id.isEmpty())
                        .toList(),
                tasteKeys(event),
                event.getType() == EventType.PURCHASE);
    }

    private static double interest(EventType type) {
        return switch (type) {
            case PRODUCT_VIEW, LIST_CLICK -> 1;
            case WISHLIST_ADD -> 2;
            case CART_ADD -> 3;
            case PURCHASE -> 5;
            default -> 0;
        };
    }

    private static List<String> tasteKeys(ShopEvent event) {
        return event.getItemsList().stream()
                .flatMap(item -> Stream.of(key("category", item.getCategory()), key("brand", item.getBrand())))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static String key(String kind, String value) {
        return value.isEmpty() ? "" : kind + ":" + value;
    }
}
