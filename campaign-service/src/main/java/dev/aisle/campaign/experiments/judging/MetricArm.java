package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.ArmSums;

/** A metric in an arm: its sums over the arm's units. */
public record MetricArm(ArmSums sums) {
    /** A metric that is summed. */
    public static MetricArm of(ArmSums sums) {
        return new MetricArm(sums);
    }
}
