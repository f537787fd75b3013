package dev.aisle.campaign.experiments.domain;

import java.time.Instant;
import java.util.Set;

/**
 * A unit saw a variation.
 *
 * @param unit the pseudonym, or {@code pseudonym/session}
 * @param propensity the probability of the variation among those in the experiment, {@code 0 < propensity ≤ 1}
 * @param browsers of the same person, who is counted under this unit from now on
 */
public record Exposed(
        String experiment,
        int phase,
        String unit,
        String pseudonym,
        String variation,
        double propensity,
        Instant at,
        Set<String> browsers) {
    public Exposed {
        browsers = Set.copyOf(browsers);
    }
}
