package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;

/**
 * The people of an arm as the guard shows them, counted where they were assigned, whatever they got later.
 *
 * @param variation empty for the comparison group
 * @param counted how many people
 * @param converted who ordered within the goal's time
 * @param revenue what they paid within it, minor units, of each person at most {@code mostRevenue}
 * @param content what they said of campaigns within it: 1 a person who spoke well of them, −1 badly, 0 who said nothing or as much of both
 * @param spoke who spoke well or badly
 */
public record Arm(
        boolean holdout,
        String variation,
        NoisedFigure counted,
        Sums converted,
        Sums revenue,
        double mostRevenue,
        Sums content,
        NoisedFigure spoke) {
    /** How many people. */
    public long people() {
        return counted.whole();
    }
}
