package dev.aisle.recommender.interactions;

import java.time.Instant;

/**
 * What somebody did, read back; a history is a list of these, the newest first.
 *
 * @param at when; {@link Instant#EPOCH} when it doesn't matter
 * @param elsewhere whether it was done in another domain than the one that is asked for
 */
public record PastInteraction(String productId, InteractionType type, Instant at, boolean elsewhere) {
    /** In the domain that is asked for. */
    public PastInteraction(String productId, InteractionType type, Instant at) {
        this(productId, type, at, false);
    }

    /** At a time that doesn't matter. */
    public PastInteraction(String productId, InteractionType type) {
        this(productId, type, Instant.EPOCH);
    }

    /** The same, done in another domain. */
    public PastInteraction fromElsewhere() {
        return new PastInteraction(productId, type, at, true);
    }
}
