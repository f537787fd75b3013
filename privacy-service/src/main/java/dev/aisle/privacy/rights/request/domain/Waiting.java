package dev.aisle.privacy.rights.request.domain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a request has not begun.
 *
 * @param until {@code null} where no time is known
 */
public record Waiting(Cause cause, @Nullable Instant until) {
    /** What is waited for. */
    public enum Cause {
        /** Somebody must say that it comes from the person. */
        VERIFICATION,
        /** Until its time it can be taken back. */
        TIME,
        /** A legal hold stands. */
        HOLD,
        /** It is about to begin. */
        TURN;

        /** The name in keys of words. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In a sentence of the API. */
    public String text() {
        return switch (cause) {
            case VERIFICATION -> "the person's one-time code, or an officer who vouches for the person";
            case TIME -> "its time, " + until + "; until then it can be taken back";
            case HOLD -> "the end of a legal hold, " + until;
            case TURN -> "its turn";
        };
    }
}
