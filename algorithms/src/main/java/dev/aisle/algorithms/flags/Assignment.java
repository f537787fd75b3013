package dev.aisle.algorithms.flags;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment gave a unit.
 *
 * @param key of the variation
 * @param variation its number, from 0; 0 where the unit isn't in the experiment
 * @param value of the variation
 * @param inExperiment whether it counts
 * @param hashUsed whether the hash decided
 * @param attribute that identified the unit
 * @param unit its value
 * @param bucket the hash; {@code null} where it wasn't needed
 * @param sticky whether it was kept from before
 * @param passthrough whether the flag's next rules decide
 * @param name of the variation, if it has one
 * @param bandit which context of a contextual bandit the unit fell into ({@code leafId}, −1 where none fits), with the weights used; {@code null} without one
 */
public record Assignment(
        String key,
        int variation,
        @Nullable Object value,
        boolean inExperiment,
        boolean hashUsed,
        String attribute,
        Object unit,
        @Nullable Double bucket,
        boolean sticky,
        boolean passthrough,
        @Nullable String name,
        @Nullable Map<String, Object> bandit) {}
