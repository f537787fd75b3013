package dev.aisle.campaign.reports.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was assigned to an arm of a campaign: got it in a variation, or is in its comparison group.
 *
 * @param variation {@code null} in the comparison group
 * @param contact the id of the decision or message by which it was given
 * @param way the placement, or the channel
 */
public record Assigned(
        String pseudonym,
        String campaign,
        int version,
        @Nullable String variation,
        String contact,
        String way,
        Instant at) {}
