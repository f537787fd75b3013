package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list and how it came about.
 *
 * @param personalized whether what is known of the person made it
 * @param reason why it isn't personal; {@code null} when it is, or when nobody asked for that
 * @param stage what answered: session, user, item or popularity
 * @param modelVersion empty without a model
 * @param policyVersion the settings that ordered it, and the learned ranker when one did: {@code usual@1f+lambdamart-0a}; empty when there
 *     are none to choose
 * @param notes what couldn't be done, and why
 * @param page which page it is
 * @param more whether the next page may have something
 */
public record Recommendations(
        List<Item> items,
        boolean personalized,
        @Nullable NonPersonal reason,
        String stage,
        String modelVersion,
        @Nullable Instant trainedAt,
        String policyVersion,
        List<Note> notes,
        Page page,
        boolean more) {
    public Recommendations {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /** A whole list without notes. */
    public Recommendations(
            List<Item> items,
            boolean personalized,
            @Nullable NonPersonal reason,
            String stage,
            String modelVersion,
            @Nullable Instant trainedAt) {
        this(items, personalized, reason, stage, modelVersion, trainedAt, "", List.of(), Page.first(), false);
    }

    /** Why a list isn't personal. */
    public enum NonPersonal {
        NO_CONSENT,
        NO_SUBJECT,
        NO_HISTORY,
        NO_MODEL,
        DEADLINE
    }

    /**
     * An item of a list.
     *
     * @param score of the ranker; comparable within the list only
     * @param sourceLabel what the source is called in answers: a network by its own name
     * @param propensity the chance that it came to this place, given those above it: 0 &lt; p ≤ 1
     */
    public record Item(
            CatalogueItem product,
            float score,
            Source source,
            String sourceLabel,
            @Nullable Reason reason,
            double propensity) {}

    /**
     * How a list came about.
     *
     * @param refusal why it isn't personal
     */
    public record Origin(
            boolean personalized,
            @Nullable NonPersonal refusal,
            String stage,
            @Nullable TrainedModel model) {}

    /** A list of an origin. */
    public static Recommendations of(List<Item> items, Origin origin, List<Note> notes, Page page, boolean more) {
        TrainedModel by = origin.model();
        return new Recommendations(
                items,
                origin.personalized(),
                origin.refusal(),
                origin.stage(),
                by == null ? "" : by.version(),
                by == null ? null : by.trainedAt(),
                "",
                notes,
                page,
                more);
    }

    /** The ids of the items. */
    public List<String> productIds() {
        return items.stream().map(item -> item.product().productId()).toList();
    }

    /** The same with more notes, in front. */
    public Recommendations with(List<Note> others) {
        List<Note> all = new ArrayList<>(others);
        all.addAll(notes);
        return new Recommendations(
                items, personalized, reason, stage, modelVersion, trainedAt, policyVersion, all, page, more);
    }

    /** The same, ordered under these settings or by this learned ranker; empty: under none, or by the blend. */
    public Recommendations orderedBy(String version) {
        String all =
                version.isEmpty() || policyVersion.isEmpty() ? version + policyVersion : version + "+" + policyVersion;
        return new Recommendations(items, personalized, reason, stage, modelVersion, trainedAt, all, notes, page, more);
    }

    /** Asks for the page after this one; empty when there is none. */
    public String nextPageCursor() {
        long[] shown = page.with(productIds());
        boolean further = more && !items.isEmpty() && shown.length <= PageCursor.MOST_SHOWN;
        return further ? PageCursor.of(shown, page.question(), Instant.now()) : "";
    }
}
