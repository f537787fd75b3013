package dev.aisle.campaign.analysis.domain;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.QuantileArm;
import java.util.Optional;

/**
 * A metric in an arm.
 *
 * @param sums over its units; of a quantile metric only their number counts
 * @param quantile of a quantile metric, where some unit has a value
 */
public record MetricArm(ArmSums sums, Optional<QuantileArm> quantile) {
    /** A metric that is summed. */
    public static MetricArm of(ArmSums sums) {
        return new MetricArm(sums, Optional.empty());
    }
}
