package dev.aisle.campaign.shared.recommendations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** What texts of campaigns can say of it. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>(Map.of("id", productId, "title", title));
        if (price != null && currency != null) {
            texts.put("price", price.toPlainString() + " " + currency);
        }
        if (because != null) {
            texts.put("reason", because.text());
        }
        return texts;
    }

    /** Why this item. */
    public record Because(String code, String text, List<String> causes) {}
}
