package dev.aisle.recommender.interactions;

import dev.aisle.recommender.catalog.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did with a product.
 *
 * @param eventId of the event that said so; the products of one purchase share it
 * @param consentVersion of the consent under which the door let the event in
 * @param paid for it, where it is a purchase and says so
 * @param domain that it belongs to, as its event or its product says; {@code null} when neither does
 * @param circumstances no more of them than its purposes allow
 * @param forPersonalization whether it may be used for recommendations to this person
 * @param forTraining whether models may learn from it
 */
public record Interaction(
        String pseudonym,
        String productId,
        InteractionType type,
        Instant occurredAt,
        String eventId,
        long consentVersion,
        @Nullable Price paid,
        @Nullable String domain,
        Circumstances circumstances,
        boolean forPersonalization,
        boolean forTraining) {
    public Interaction {
        circumstances = circumstances.limitedTo(forPersonalization, forTraining);
    }

    /** The same, for no more purposes than these. */
    public Interaction limitedTo(boolean personalization, boolean training) {
        return new Interaction(
                pseudonym,
                productId,
                type,
                occurredAt,
                eventId,
                consentVersion,
                paid,
                domain,
                circumstances,
                forPersonalization && personalization,
                forTraining && training);
    }

    /** The same in a domain. */
    public Interaction in(@Nullable String known) {
        return new Interaction(
                pseudonym,
                productId,
                type,
                occurredAt,
                eventId,
                consentVersion,
                paid,
                known,
                circumstances,
                forPersonalization,
                forTraining);
    }

    /** Whether it may be used for anything at all. */
    public boolean isOfUse() {
        return forPersonalization || forTraining;
    }
}
