package dev.aisle.campaign.analysis.usecase;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.QuantileArm;
import dev.aisle.campaign.analysis.domain.MetricArm;
import dev.aisle.campaign.analysis.store.ValueRepository;
import dev.aisle.campaign.analysis.store.ValueRepository.Of;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.metrics.domain.ArmTotals;
import dev.aisle.campaign.metrics.domain.Cap;
import dev.aisle.campaign.metrics.domain.Metric;
import dev.aisle.campaign.metrics.domain.MetricType;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A metric in each arm: from the sums that are kept, or from the values where sums don't tell. */
@Singleton
class MetricArms {
    private final ValueRepository values;

    MetricArms(ValueRepository values) {
        this.values = values;
    }

    /** Variation → the metric in it. */
    Map<String, MetricArm> of(Connection connection, Phase phase, Metric metric, Map<String, ArmTotals> totals)
            throws SQLException {
        Of of = new Of(phase.experiment().id(), phase.number(), metric.id());
        Map<String, MetricArm> arms = new HashMap<>();
        if (metric.type() == MetricType.QUANTILE) {
            Map<String, QuantileArm> quantiles = values.quantiles(connection, of, metric.quantile());
            totals.forEach((variation, total) -> arms.put(
                    variation,
                    new MetricArm(ArmSums.zeros(total.exposed()), Optional.ofNullable(quantiles.get(variation)))));
            return arms;
        }
        Map<String, ArmSums> capped = new HashMap<>();
        if (metric.cap() instanceof Cap.Percentile(double share)) {
            Optional<BigDecimal> cap = values.percentile(connection, of, share);
            if (cap.isPresent()) {
                capped.putAll(values.capped(connection, of, cap.get()));
            }
        }
        totals.forEach((variation, total) -> arms.put(
                variation,
                MetricArm.of(
                        capped.getOrDefault(variation, total.of(metric.id())).over(total.exposed()))));
        return arms;
    }
}
