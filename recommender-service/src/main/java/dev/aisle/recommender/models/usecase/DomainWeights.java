package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.domains.DomainPack;
import dev.aisle.platform.domains.Domains;
import dev.aisle.recommender.interactions.InteractionType;
import jakarta.inject.Singleton;
import java.util.Map;

/** How much an interaction says about liking, in each domain. */
@Singleton
class DomainWeights {
    private final Domains domains;

    DomainWeights(Domains domains) {
        this.domains = domains;
    }

    /** The weight that the domain's pack gives, else the usual one. */
    float of(InteractionType type, String domain) {
        Map<EventType, Float> own =
                domains.pack(domain).map(DomainPack::weights).orElse(Map.of());
        return own.getOrDefault(eventOf(type), type.weight());
    }

    private static EventType eventOf(InteractionType type) {
        return switch (type) {
            case VIEW -> EventType.PRODUCT_VIEW;
            case LIST_CLICK -> EventType.LIST_CLICK;
            case WISHLIST -> EventType.WISHLIST_ADD;
            case CART_ADD -> EventType.CART_ADD;
            case REVIEW -> EventType.REVIEW;
            case PURCHASE -> EventType.PURCHASE;
        };
    }
}
