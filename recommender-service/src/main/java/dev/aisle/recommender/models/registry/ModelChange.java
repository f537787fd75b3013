package dev.aisle.recommender.models.registry;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a model's history.
 *
 * @param from {@code null} at its beginning
 * @param percent of a canary, else 0
 * @param by client or user of the token, or this service
 */
public record ModelChange(
        String version,
        @Nullable ModelState from,
        ModelState to,
        int percent,
        Cause cause,
        String by,
        String reason,
        Instant at) {
    /** What moved it. */
    public enum Cause {
        TRAINING,
        PROMOTION,
        ROLLBACK,
        HALT,
        UPGRADE;

        /** The name in the API and the database. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
