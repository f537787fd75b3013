package dev.aisle.platform.stored;

import java.time.Instant;

/**
 * A row that is not as it must be.
 *
 * @param table the database and table, such as {@code recommender.interaction}
 * @param event the event, coupon use or consent that the row rests on
 * @param content the columns that are compared, in words
 * @param at when what the row tells happened; the epoch where that isn't known
 */
public record Deviation(String table, Kind kind, String event, String content, Instant at) {
    /** What is wrong with a row. */
    public enum Kind {
        /** It must be there and is not. */
        MISSING("is missing"),
        /** It is there once more than it must be. */
        DOUBLED("is stored twice"),
        /** Nothing acknowledged leads to it. */
        FOREIGN("rests on nothing that was acknowledged");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** {@code recommender.interaction of n-1-2 is missing: tea, VIEW}. */
    public String spoken() {
        return table + " of " + event + " " + kind.words + ": " + content;
    }
}
