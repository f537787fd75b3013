package dev.aisle.ingest.settings.keys;

/** Whether a request may come in with its write key. */
public sealed interface KeyCheck {
    /**
     * It may.
     *
     * @param name of the key: public, the source of its events
     * @param server whether only servers hold the key
     */
    record Passed(String name, boolean server) implements KeyCheck {}

    /** None of ours, or not any more. */
    record Unknown(String message) implements KeyCheck {}

    /** A browser used it on a page where it may not. */
    record OriginRefused(String message) implements KeyCheck {}

    /** Too much for now. */
    record RateLimited(String message, int retryAfterSeconds) implements KeyCheck {}

    /** The keys aren't known yet; nothing can be said about this one. */
    record NotYet() implements KeyCheck {}
}
