package dev.aisle.assistant.outside;

import org.jspecify.annotations.Nullable;

/** What became of a call of the outside model. */
sealed interface Reply {
    /**
     * It wrote something.
     *
     * @param inputTokens as it says itself; {@code null} when it doesn't
     * @param outputTokens likewise
     */
    record Written(
            String text,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens) implements Reply {}

    /** It took nothing, so that nothing is charged. */
    record Refused(String reason) implements Reply {}

    /** Nobody knows what it did: late, cut off or unreadable. */
    record Lost(String reason) implements Reply {}
}
