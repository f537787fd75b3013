package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.models.gate.GateResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as the registry has it.
 *
 * @param percent of the people that a canary answers, else 0
 * @param gate {@code null} when it wasn't judged
 * @param erasedSince the first erasure of somebody it has learned from
 */
public record RegisteredModel(
        String version,
        ModelState state,
        int percent,
        Instant changedAt,
        Lineage lineage,
        @Nullable GateResult gate,
        @Nullable Instant erasedSince) {}
