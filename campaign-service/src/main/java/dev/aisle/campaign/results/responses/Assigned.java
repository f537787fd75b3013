package dev.aisle.campaign.results.responses;

import dev.aisle.campaign.results.bandits.Epoch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was assigned to an arm of a campaign: got it in a variation, or is in its comparison group.
 *
 * @param variation {@code null} in the comparison group
 * @param contact the id of the decision or message by which it was given
 * @param way the placement, or the channel
 * @param propensity with which the variation was drawn for somebody who isn't held out; {@code null} when it isn't logged
 * @param epoch by whose weights; {@code null} where nothing is learned
 */
public record Assigned(
        String pseudonym,
        String campaign,
        int version,
        @Nullable String variation,
        String contact,
        String way,
        Instant at,
        @Nullable Double propensity,
        @Nullable Epoch epoch) {
    /** By weights that nobody asks about later. */
    public Assigned(
            String pseudonym,
            String campaign,
            int version,
            @Nullable String variation,
            String contact,
            String way,
            Instant at) {
        this(pseudonym, campaign, version, variation, contact, way, at, null, null);
    }
}
