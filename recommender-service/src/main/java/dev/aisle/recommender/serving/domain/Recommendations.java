package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list and how it came about.
 *
 * @param personalized whether what is known of the person made it
 * @param reason why it isn't personal; {@code null} when it is, or when nobody asked for that
 * @param stage what answered: session, user, item or popularity
 * @param modelVersion empty without a model
 */
public record Recommendations(
        List<Item> items,
        boolean personalized,
        @Nullable NonPersonal reason,
        String stage,
        String modelVersion,
        @Nullable Instant trainedAt) {
    public Recommendations {
        items = List.copyOf(items);
    }

    /** Why a list isn't personal. */
    public enum NonPersonal {
        NO_CONSENT,
        NO_SUBJECT,
        NO_HISTORY,
        NO_MODEL
    }

    /**
     * An item of a list.
     *
     * @param score under the blend; comparable within the list only
     */
    public record Item(
            CatalogueItem product,
            float score,
            Source source,
            @Nullable Reason reason) {}

    static Recommendations of(
            List<Item> items,
            @Nullable NonPersonal reason,
            boolean personalized,
            String stage,
            @Nullable TrainedModel by) {
        return new Recommendations(
                items, personalized, reason, stage, by == null ? "" : by.version(), by == null ? null : by.trainedAt());
    }
}
