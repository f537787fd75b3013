package dev.aisle.campaign.metrics.domain;

import dev.aisle.algorithms.experiment.ArmSums;
import java.util.Map;

/**
 * The sums of an arm.
 *
 * @param exposed units that saw this variation only
 * @param mixed units that saw this one first and another one later: they count nowhere else
 * @param byMetric metric → sums over the exposed units; a metric that isn't there is 0 for all of them
 */
public record ArmTotals(String variation, long exposed, long mixed, Map<String, ArmSums> byMetric) {
    /** What is counted of units, beside the metrics. */
    public static final String EXPOSED = "exposed";
    /** Units left out. */
    public static final String MIXED = "mixed";

    public ArmTotals {
        byMetric = Map.copyOf(byMetric);
    }

    /** Of nobody. */
    public static ArmTotals none(String variation) {
        return new ArmTotals(variation, 0, 0, Map.of());
    }

    /** The sums of a metric. */
    public ArmSums of(String metric) {
        return byMetric.getOrDefault(metric, ArmSums.zeros(exposed));
    }
}
