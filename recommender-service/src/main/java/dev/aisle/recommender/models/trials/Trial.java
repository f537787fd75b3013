package dev.aisle.recommender.models.trials;

import dev.aisle.recommender.models.registry.ModelState;
import org.jspecify.annotations.Nullable;

/**
 * What a model on trial did.
 *
 * @param answers that it gave
 * @param failures requests that it couldn't answer
 * @param dropped requests that it wasn't asked, since it was busy; of a shadow
 * @param overlapAt10 mean share of the ten first products that the served list has too; {@code null} when no list was compared
 * @param rankBiasedOverlap mean likeness of the lists, p = 0.9; {@code null} when no list was compared
 * @param p50Millis half of its answers took no longer
 */
public record Trial(
        ModelState place,
        long answers,
        long failures,
        long dropped,
        long compared,
        @Nullable Double overlapAt10,
        @Nullable Double rankBiasedOverlap,
        double p50Millis,
        double p99Millis) {}
