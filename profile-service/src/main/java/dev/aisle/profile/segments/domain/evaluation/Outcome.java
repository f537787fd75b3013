package dev.aisle.profile.segments.domain.evaluation;

import java.time.Instant;

/**
 * Whether a rule holds.
 *
 * @param holds now
 * @param nextChange before this moment it stays so, when no event comes; {@link Instant#MAX} when it stays so for good
 */
public record Outcome(boolean holds, Instant nextChange) {
    /** It doesn't hold, and won't without an event. */
    public static final Outcome NO = new Outcome(false, Instant.MAX);
}
