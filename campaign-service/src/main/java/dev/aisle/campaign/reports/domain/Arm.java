package dev.aisle.campaign.reports.domain;

import dev.aisle.algorithms.experiment.Sums;

/**
 * The people of an arm, counted where they were assigned, whatever they got later.
 *
 * @param variation empty for the comparison group
 * @param converted who ordered within the goal's time
 * @param revenue what they paid within it, minor units
 * @param content what they said of campaigns within it: 1 a person who spoke well of them, −1 badly, 0 who said nothing or as much of both
 */
public record Arm(boolean holdout, String variation, Sums converted, Sums revenue, Sums content) {
    /** How many people. */
    public long people() {
        return converted.n();
    }
}
