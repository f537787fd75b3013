package dev.aisle.campaign.delivery.audiences;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as the history knows it.
 *
 * @param joined people who are on the list by it, of whom some were before
 * @param gone people whom it takes off the list
 * @param by the subject of a staff token
 */
record AudienceExport(
        UUID id,
        String campaign,
        int version,
        State state,
        long joined,
        long gone,
        String by,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    /** How far it is. */
    public enum State {
        STARTED,
        COMPLETED,
        /** It ended in the middle: some people may have left. The next one lists everybody again. */
        BROKEN;

        /** The name in bodies and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of a name that was written by this service. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
