package dev.aisle.campaign.campaigns.domain.life;

import java.time.Instant;

/**
 * Who did what.
 *
 * @param version which version it was about
 * @param deed {@code save} or the name of a {@link Step}
 * @param actor the subject of the token
 * @param note what they said of it
 */
public record Deed(int version, String deed, String actor, Instant at, String note) {}
