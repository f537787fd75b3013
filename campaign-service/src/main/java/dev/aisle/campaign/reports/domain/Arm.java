package dev.aisle.campaign.reports.domain;

import dev.aisle.algorithms.experiment.Sums;

/**
 * The people of an arm, counted where they were assigned, whatever they got later.
 *
 * @param variation empty for the comparison group
 * @param converted who ordered within the goal's time
 * @param revenue what they paid within it, minor units
 */
public record Arm(boolean holdout, String variation, Sums converted, Sums revenue) {
    /** How many people. */
    public long people() {
        return converted.n();
    }
}
