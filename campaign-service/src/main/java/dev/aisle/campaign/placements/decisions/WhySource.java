package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.shared.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what became of a campaign for a person: decisions at placements are one, what is sent is another. Every bean of this kind is asked. */
public interface WhySource {
    /**
     * What it knows, the latest first; empty when it knows nothing.
     *
     * @param subject the pseudonym of somebody who allows personalization
     */
    List<Line> of(String campaign, String subject, Language language);

    /**
     * Something that happened, or didn't.
     *
     * @param where the placement or the channel
     * @param reference what it is called by, such as a decision's id; {@code null} without one
     * @param text in words, a whole sentence
     */
    record Line(Instant at, String where, @Nullable String reference, String text) {}
}
