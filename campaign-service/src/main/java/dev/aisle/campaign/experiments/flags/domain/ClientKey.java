package dev.aisle.campaign.experiments.flags.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Under which SDKs in pages and apps fetch flags. It is public.
 *
 * @param revokedAt {@code null} while it is good
 */
public record ClientKey(
        String key,
        String name,
        Instant madeAt,
        String madeBy,
        @Nullable Instant revokedAt) {}
