package dev.aisle.recommender.serving.domain;

/**
 * Something that a part of the pipeline couldn't do, so that another part answered.
 *
 * @param stage the part: a source's name, "history", "filter", "context", "ranker"
 * @param why the reason
 * @param text one sentence for people
 */
public record Note(String stage, Why why, String text) {
    /** Reasons. */
    public enum Why {
        /** It didn't make it in time. */
        DEADLINE,
        /** It can't be reached, or it failed. */
        UNAVAILABLE,
        /** Too many requests at once; it was left out. */
        BUSY,
        /** The catalogue has no such product. */
        UNKNOWN_PRODUCT,
        /** No product is allowed by the filters. */
        NOTHING_MATCHES,
        /** All that the filters allow was shown on earlier pages or is excluded. */
        NOTHING_LEFT,
        /** Was said, but nothing is known that depends on it. */
        NOT_USED
    }
}
