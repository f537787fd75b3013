package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes campaigns begin for somebody.
 *
 * @param key the same key is the same occasion
 * @param productId what it is about; {@code null} when it is about none
 */
record Occasion(TriggerType type, String key, @Nullable String productId) {
    /** The first times that an event can be. */
    public record First(boolean visit, boolean order) {}

    /** Those that lie in an event. */
    public static List<Occasion> of(Happening happening, First first) {
        List<Occasion> all = new ArrayList<>();
        if (first.visit()) {
            all.add(new Occasion(TriggerType.FIRST_VISIT, TriggerType.FIRST_VISIT.code(), happening.productId()));
        }
        if (first.order()) {
            all.add(new Occasion(TriggerType.FIRST_ORDER, TriggerType.FIRST_ORDER.code(), happening.productId()));
        }
        happening
                .did()
                .map(Occasion::typesOf)
                .orElse(List.of())
                .forEach(type -> all.add(new Occasion(type, keyOf(happening), happening.productId())));
        return all;
    }

    /** An order stays one occasion when a page or a shop sends it again under another message id. */
    private static String keyOf(Happening happening) {
        return happening.behaviour() == Behaviour.BOUGHT && happening.orderId() != null
                ? "order:" + happening.orderId()
                : "event:" + happening.eventId();
    }

    private static List<TriggerType> typesOf(Behaviour behaviour) {
        return switch (behaviour) {
            case VIEWED -> List.of(TriggerType.BROWSE_ABANDONMENT);
            case CARTED -> List.of(TriggerType.CART_ABANDONMENT);
            case BOUGHT -> List.of(TriggerType.AFTER_PURCHASE, TriggerType.UP_SELL, TriggerType.REVIEW_REQUEST);
            case WISHED, REVIEWED, RETURNED, OPENED, CLICKED -> List.of();
        };
    }
}
