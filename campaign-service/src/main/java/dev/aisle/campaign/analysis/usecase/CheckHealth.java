package dev.aisle.campaign.analysis.usecase;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.analysis.domain.ArmCount;
import dev.aisle.campaign.analysis.domain.Health;
import dev.aisle.campaign.analysis.store.PhaseRepository;
import dev.aisle.campaign.analysis.store.PhaseRepository.NewUnits;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.metrics.domain.ArmTotals;
import dev.aisle.campaign.metrics.usecase.MetricDefinitions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks whether an experiment's figures can be believed. */
@Singleton
class CheckHealth {
    private final PhaseRepository phases;
    private final MetricDefinitions definitions;

    CheckHealth(PhaseRepository phases, MetricDefinitions definitions) {
        this.phases = phases;
        this.definitions = definitions;
    }

    Health of(Connection connection, Phase phase, List<ArmCount> arms, Map<String, ArmTotals> totals)
            throws SQLException {
        List<String> order = arms.stream().map(ArmCount::variation).toList();
        Map<String, long[]> byDay = new TreeMap<>();
        for (NewUnits units : phases.daily(connection, phase.experiment().id(), phase.number())) {
            int arm = order.indexOf(units.variation());
            if (arm >= 0) {
                byDay.computeIfAbsent(units.day(), _ -> new long[order.size()])[arm] += units.units();
            }
        }
        return Health.of(arms, new ArrayList<>(byDay.values()), before(phase, order, totals));
    }

    /** What goals were before, of the metrics of which there was something. */
    private Map<String, List<Sums>> before(Phase phase, List<String> order, Map<String, ArmTotals> totals) {
        Map<String, List<Sums>> before = new LinkedHashMap<>();
        for (MetricUse use : phase.experiment().metrics()) {
            if (use.role() != MetricUse.Role.GOAL) {
                continue;
            }
            List<Sums> arms = order.stream()
                    .map(variation -> sums(totals.getOrDefault(variation, ArmTotals.none(variation))
                            .of(use.metric())))
                    .toList();
            if (arms.stream().anyMatch(arm -> arm.squares() > 0)) {
                before.put(
                        definitions
                                .byId(use.metric())
                                .map(metric -> metric.name())
                                .orElse(use.metric()),
                        arms);
            }
        }
        return before;
    }

    private static Sums sums(ArmSums arm) {
        return new Sums(arm.n(), arm.b(), arm.bb());
    }
}
