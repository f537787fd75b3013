package dev.aisle.campaign.placements.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as the recommender gave it.
 *
 * @param price in the major unit of the currency; {@code null} when the catalogue has none
 * @param propensity with which the recommender chose it for this place, {@code 0 < p ≤ 1}
 */
public record RecommendedItem(
        String productId,
        String title,
        @Nullable BigDecimal price,
        @Nullable String currency,
        float score,
        String source,
        double propensity,
        @Nullable Because because) {
    /** Whether some item led to this one. */
    boolean hasCause() {
        return because != null && !because.causes().isEmpty();
    }

    /** Why this item. */
    public record Because(String code, String text, List<String> causes) {}
}
