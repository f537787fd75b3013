package dev.aisle.campaign.flags.domain;

import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * What a flag answered.
 *
 * @param variant {@code default}, {@code off}, {@code rule-1}, or the key of a variation
 * @param given by which experiment; {@code null} when none decided
 */
public record Evaluation(
        String key,
        @Nullable Object value,
        Reason reason,
        String variant,
        @Nullable Given given) {
    /** Why, in the words of OFREP. */
    public enum Reason {
        /** It is so for everybody. */
        STATIC,
        /** A rule held. */
        TARGETING_MATCH,
        /** An experiment decided. */
        SPLIT,
        /** The flag is off. */
        DISABLED
    }

    /**
     * A variation in a phase of an experiment.
     *
     * @param counts whether the assignment decided, and not somebody who wants to look at a variation
     */
    public record Given(Phase phase, Treatment treatment, boolean counts) {}
}
