package dev.aisle.recommender.models.edge;

import org.jspecify.annotations.Nullable;

/**
 * The wish to go back.
 *
 * @param reason why, 3 to 300 characters
 * @param dryRun only say what would happen
 */
record RollbackRequest(@Nullable String reason, @Nullable Boolean dryRun) {}
