package dev.aisle.campaign.intake;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.delivery.triggers.Happening;
import dev.aisle.campaign.shared.WireLimits;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.SeenConsent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events as triggers see them; robots' events begin and end nothing. */
final class Happenings {
    private static final int LONGEST = 100;

    private Happenings() {}

    static Optional<Happening> of(ShopEvent event) {
        boolean robot = event.getContext().getAutomated()
                || event.getRefinement().getFlagsList().stream().anyMatch(flag -> flag.getKind() == Flag.Kind.BOT);
        return robot ? Optional.empty() : Optional.of(happening(event));
    }

    private static Happening happening(ShopEvent event) {
        return new Happening(
                event.getMessageId(),
                SeenConsent.of(event),
                behaviour(event.getType()),
                WireLimits.instant(event.getOccurredAt()),
                event.getItemsList().stream()
                        .map(Item::getProductId)
                        .filter(product -> !product.isEmpty())
                        .reduce((_, last) -> last)
                        .orElse(null),
                told(event.getOrder().getOrderId()),
                told(event.getMessage().getCampaignId()),
                told(event.getContext().getLocale()),
                told(event.getContext().getTimezone()));
    }

    private static @Nullable Behaviour behaviour(EventType type) {
        return switch (type) {
            case PRODUCT_VIEW -> Behaviour.VIEWED;
            case CART_ADD -> Behaviour.CARTED;
            case WISHLIST_ADD -> Behaviour.WISHED;
            case PURCHASE -> Behaviour.BOUGHT;
            case REVIEW -> Behaviour.REVIEWED;
            case REFUND, CANCEL -> Behaviour.RETURNED;
            case MESSAGE_OPENED -> Behaviour.OPENED;
            case MESSAGE_CLICKED -> Behaviour.CLICKED;
            default -> null;
        };
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0 ? null : text;
    }
}
