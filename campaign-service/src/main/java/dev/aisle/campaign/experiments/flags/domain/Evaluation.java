package dev.aisle.campaign.experiments.flags.domain;

import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import java.time.Instant;
import java.util.Set;
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
    public record Given(Phase phase, Treatment treatment, boolean counts) {
        /**
         * That the person saw it.
         *
         * @return {@code null} where the unit is a visit and none is named
         */
        public @Nullable Exposed exposed(Whose whose, String session, Instant at) {
            boolean visit = phase.experiment().unit() == Unit.SESSION;
            if (visit && session.isEmpty()) {
                return null;
            }
            return new Exposed(
                    phase.experiment().id(),
                    phase.number(),
                    visit ? whose.person() + "/" + session : whose.person(),
                    whose.person(),
                    treatment.key(),
                    treatment.weight(),
                    at,
                    visit ? Set.of() : whose.browsers());
        }
    }
}
