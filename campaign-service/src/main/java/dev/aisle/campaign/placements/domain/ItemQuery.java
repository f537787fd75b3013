package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.Language;
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
    /** Recent items that stand in for a page without items. */
    private static final int STAND_IN = 5;

    /** Ordered as the placement has it. */
    public ItemQuery(
            String subject, String placement, List<String> contextItems, List<String> cart, Language language) {
        this(subject, placement, contextItems, cart, language, Reranking.getDefaultInstance());
    }

    /** For everyone: only what stands on the page, nothing of the person. */
    public static ItemQuery forEveryone(DecisionRequest request) {
        return new ItemQuery("", request.placement(), request.contextItems(), List.of(), request.language());
    }

    /** For a person. A cross-sell without items on the page starts from what was seen or bought last. */
    public static ItemQuery forPerson(Situation situation, Choice choice, Reranking ranking) {
        DecisionRequest request = situation.request();
        List<String> context = request.contextItems();
        if (!request.hasContext() && choice.isCrossSell()) {
            context = situation.person().recentItems().stream().limit(STAND_IN).toList();
        }
        return new ItemQuery(
                request.subject(), request.placement(), context, request.cart(), request.language(), ranking);
    }
}
