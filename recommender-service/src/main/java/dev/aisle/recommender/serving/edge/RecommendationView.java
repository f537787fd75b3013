package dev.aisle.recommender.serving.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.serving.domain.Reason;
import dev.aisle.recommender.serving.domain.Recommendations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param nextPageCursor missing when there is no further page
 * @param notes what couldn't be done, so that another part answered; the reason of an empty list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecommendationView(
        String requestId,
        List<ItemView> items,
        boolean personalized,
        @Nullable String reason,
        String stage,
        String modelVersion,
        @Nullable Instant modelTrainedAt,
        @Nullable String nextPageCursor,
        String policyVersion,
        List<NoteView> notes) {
    /** What a part of the pipeline couldn't do. */
    record NoteView(String stage, String why, String text) {}

    /** An item of the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String productId,
            String title,
            @Nullable BigDecimal price,
            @Nullable String currency,
            float score,
            String source,
            @Nullable ReasonView reason,
            String brand,
            String category,
            String url,
            String imageUrl,
            double propensity) {
        private static ItemView of(Recommendations.Item item) {
            CatalogueItem product = item.product();
            Price price = product.price();
            return new ItemView(
                    product.productId(),
                    product.title(),
                    price == null ? null : price.amount(),
                    price == null ? null : price.currency(),
                    item.score(),
                    item.sourceLabel(),
                    item.reason() == null ? null : ReasonView.of(item.reason()),
                    product.brand(),
                    product.category() == null ? "" : product.category().path(),
                    product.url(),
                    product.imageUrl(),
                    item.propensity());
        }
    }

    /** Why the item stands there. */
    record ReasonView(String code, String text, List<String> causes) {
        static ReasonView of(Reason reason) {
            return new ReasonView(reason.code().label(), reason.text(), reason.causes());
        }
    }

    static RecommendationView of(Recommendations list) {
        String cursor = list.nextPageCursor();
        return new RecommendationView(
                list.page().requestId(),
                list.items().stream().map(ItemView::of).toList(),
                list.personalized(),
                list.reason() == null ? null : list.reason().name(),
                list.stage(),
                list.modelVersion(),
                list.trainedAt(),
                cursor.isEmpty() ? null : cursor,
                list.policyVersion(),
                list.notes().stream()
                        .map(note -> new NoteView(note.stage(), note.why().name(), note.text()))
                        .toList());
    }
}
