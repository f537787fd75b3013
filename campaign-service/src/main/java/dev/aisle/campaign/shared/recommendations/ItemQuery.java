package dev.aisle.campaign.shared.recommendations;

import dev.aisle.campaign.shared.Language;
import dev.aisle.contracts.recommender.v1.Reranking;
import java.util.List;

/**
 * Which items a decision asks the recommender for.
 *
 * @param subject whom for; empty for nobody in particular
 * @param ranking how they are ordered; what isn't set is as the placement has it
 */
public record ItemQuery(
        String subject,
        String placement,
        List<String> contextItems,
        List<String> cart,
        Language language,
        Reranking ranking) {
    /** Ordered as the placement has it. */
    public ItemQuery(
            String subject, String placement, List<String> contextItems, List<String> cart, Language language) {
        this(subject, placement, contextItems, cart, language, Reranking.getDefaultInstance());
    }
}
