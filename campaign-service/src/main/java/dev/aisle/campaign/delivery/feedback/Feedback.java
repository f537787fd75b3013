package dev.aisle.campaign.delivery.feedback;

import dev.aisle.campaign.campaigns.contacts.Word;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to a campaign.
 *
 * @param id the caller's: the same again is the same word
 * @param version {@code null} when it is about the campaign as such
 * @param about the decision or message; empty for the campaign as such
 * @param stars 1 to 5 with {@link Word#STARS}, else {@code null}
 */
public record Feedback(
        String id,
        String pseudonym,
        String campaign,
        @Nullable Integer version,
        String about,
        Word word,
        @Nullable Integer stars,
        Instant at) {}
