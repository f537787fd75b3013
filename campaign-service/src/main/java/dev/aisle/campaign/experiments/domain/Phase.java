package dev.aisle.campaign.experiments.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an experiment in which nothing changed but its coverage. Other weights, targets or variations begin another phase, with another seed.
 *
 * @param number 1 for the first
 * @param seed of the hash that assigns units
 * @param endedAt {@code null} while it runs
 */
public record Phase(
        Experiment experiment,
        int number,
        String seed,
        Instant startedAt,
        @Nullable Instant endedAt) {}
