package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.Language;
import java.util.List;

/**
 * Which items a decision asks the recommender for.
 *
 * @param subject whom for; empty for nobody in particular
 */
public record ItemQuery(
        String subject, String placement, List<String> contextItems, List<String> cart, Language language) {
    /** Recent items that stand in for a page without items. */
    private static final int STAND_IN = 5;

    /** For everyone: only what stands on the page, nothing of the person. */
    public static ItemQuery forEveryone(DecisionRequest request) {
        return new ItemQuery("", request.placement(), request.contextItems(), List.of(), request.language());
    }

    /** For a person. A cross-sell without items on the page starts from what was seen or bought last. */
    public static ItemQuery forPerson(Situation situation, Choice choice) {
        DecisionRequest request = situation.request();
        List<String> context = request.contextItems();
        if (!request.hasContext() && choice.isCrossSell()) {
            context = situation.person().recentItems().stream().limit(STAND_IN).toList();
        }
        return new ItemQuery(request.subject(), request.placement(), context, request.cart(), request.language());
    }
}
