package dev.aisle.campaign.experiments.metrics;

import java.math.BigDecimal;

/** Beyond which a unit's value counts as the cap: winsorised, so that one large order doesn't decide. */
public sealed interface Cap {
    /** A value. */
    record Absolute(BigDecimal value) implements Cap {}

    /** The value that this share of the units with one stays below, over all arms: {@code 0.5 ≤ share < 1}. */
    record Percentile(double share) implements Cap {}
}
