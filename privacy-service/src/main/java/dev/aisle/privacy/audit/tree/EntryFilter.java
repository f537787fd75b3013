package dev.aisle.privacy.audit.tree;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; {@code null} for all.
 *
 * @param after the leaf to go on after
 * @param subject pseudonym
 * @param service where it was done, such as {@code campaign-service}
 */
public record EntryFilter(
        long after,
        @Nullable String subject,
        @Nullable String event,
        @Nullable String actor,
        @Nullable String service,
        @Nullable Instant from,
        @Nullable Instant to) {}
