package dev.aisle.campaign.placements.edge;

import dev.aisle.campaign.placements.domain.Content;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.shared.recommendations.RecommendedItem;
import dev.aisle.campaign.shared.recommendations.RecommendedItem.Because;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a storefront gets; every field is always there, {@code null} where it has no value. */
record DecisionAnswer(
        String decisionId,
        String placement,
        Decision.@Nullable CampaignShown campaign,
        @Nullable String variation,
        Content content,
        List<Item> items,
        boolean personalized,
        Decision.Reason reason,
        @Nullable String itemsReason) {
    /** An item to show. */
    record Item(
            String productId,
            String title,
            @Nullable BigDecimal price,
            @Nullable String currency,
            float score,
            String source,
            @Nullable Because reason) {
        static Item of(RecommendedItem item) {
            return new Item(
                    item.productId(),
                    item.title(),
                    item.price(),
                    item.currency(),
                    item.score(),
                    item.source(),
                    item.because());
        }
    }

    static DecisionAnswer of(Decision decision) {
        return new DecisionAnswer(
                decision.id(),
                decision.placement(),
                decision.campaign(),
                decision.variation(),
                decision.content(),
                decision.items().stream().map(Item::of).toList(),
                decision.personalized(),
                decision.reason(),
                decision.itemsReason());
    }
}
