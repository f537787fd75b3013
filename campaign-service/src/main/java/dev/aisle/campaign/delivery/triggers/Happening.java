package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.platform.consent.SeenConsent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as triggers see it.
 *
 * @param behaviour what the person did; {@code null} of an event that only tells that the person was here
 * @param productId what it was about, the last one of several; {@code null} when it was about none
 * @param orderId the shop's own number of the order; {@code null} of what is no order, or one without a number
 * @param campaign whose message it was about; {@code null} when it was about none
 * @param locale of the person's browser; {@code null} when the event doesn't say
 * @param zone the same of the clock
 */
public record Happening(
        String eventId,
        SeenConsent seen,
        @Nullable Behaviour behaviour,
        Instant at,
        @Nullable String productId,
        @Nullable String orderId,
        @Nullable String campaign,
        @Nullable String locale,
        @Nullable String zone) {
    /** Whose it is. */
    public String pseudonym() {
        return seen.pseudonym();
    }

    /** What the person did, if the event says so. */
    public Optional<Behaviour> did() {
        return Optional.ofNullable(behaviour);
    }

    /** The same of another pseudonym. */
    public Happening under(String successor) {
        return new Happening(eventId, seen.under(successor), behaviour, at, productId, orderId, campaign, locale, zone);
    }
}
