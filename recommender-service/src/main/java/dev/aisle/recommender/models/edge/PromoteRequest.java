package dev.aisle.recommender.models.edge;

import org.jspecify.annotations.Nullable;

/**
 * The wish to move a model.
 *
 * @param to {@code shadow}, {@code canary}, {@code serving}, or {@code candidate} to end shadow or canary
 * @param percent of the people that a canary answers, 1 to 99
 * @param reason why, 3 to 300 characters
 * @param force show it although the gate refused it
 * @param dryRun only say what would happen
 */
record PromoteRequest(
        @Nullable String to,
        @Nullable Integer percent,
        @Nullable String reason,
        @Nullable Boolean force,
        @Nullable Boolean dryRun) {}
