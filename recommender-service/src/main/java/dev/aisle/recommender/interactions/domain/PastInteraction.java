package dev.aisle.recommender.interactions.domain;

import java.time.Instant;

/**
 * What somebody did, read back; a history is a list of these, the newest first.
 *
 * @param at when; {@link Instant#EPOCH} when it doesn't matter
 */
public record PastInteraction(String productId, InteractionType type, Instant at) {
    /** At a time that doesn't matter. */
    public PastInteraction(String productId, InteractionType type) {
        this(productId, type, Instant.EPOCH);
    }
}
