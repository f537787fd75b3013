package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.shared.Language;
import dev.aisle.campaign.shared.recommendations.ItemQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A storefront asks what to show.
 *
 * @param decisionId the caller's id, so that asking again gives the same answer; {@code null} when the service shall take one
 * @param contextItems products on the page, in order
 */
public record DecisionRequest(
        @Nullable String decisionId,
        String placement,
        String subject,
        List<String> contextItems,
        List<String> cart,
        Language language) {
    public DecisionRequest {
        contextItems = List.copyOf(contextItems);
        cart = List.copyOf(cart);
    }

    /** Whether the page or the cart says something about what is wanted now. */
    public boolean hasContext() {
        return !contextItems.isEmpty() || !cart.isEmpty();
    }

    /** The same of another pseudonym. */
    public DecisionRequest under(String successor) {
        return new DecisionRequest(decisionId, placement, successor, contextItems, cart, language);
    }

    /** The items for everyone: only what stands on the page, nothing of the person. */
    public ItemQuery itemsForEveryone() {
        return new ItemQuery("", placement, contextItems, List.of(), language);
    }

    /** Tells whether two requests with one id ask the same. */
    public String fingerprint() {
        return Fingerprint.of(List.of(placement), List.of(subject), contextItems, cart, List.of(language.tag()));
    }
}
