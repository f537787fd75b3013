package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.judging.CountedMetric;
import dev.aisle.campaign.experiments.judging.CountedPhase;
import dev.aisle.campaign.experiments.judging.CountedSegments;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.experiments.metrics.MetricType;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts a phase and lets the guard release it. Everything that is said of an experiment is worked out from what this gives. */
@Singleton
class ReleasePhase {
    private final MetricDefinitions definitions;
    private final ValueRepository values;
    private final GuardedFigures guarded;

    ReleasePhase(MetricDefinitions definitions, ValueRepository values, GuardedFigures guarded) {
        this.definitions = definitions;
        this.values = values;
        this.guarded = guarded;
    }

    /**
     * The answer and what it shows.
     *
     * @param counted what was asked
     */
    record Released(CountedPhase counted, Answer answer) {}

    Released of(Connection connection, Phase phase) throws SQLException {
        List<CountedMetric> metrics = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (MetricUse use : phase.experiment().metrics()) {
            Optional<Metric> metric = definitions.byId(use.metric()).filter(one -> one.type() != MetricType.QUANTILE);
            if (metric.isPresent() && asked.add(use.metric())) {
                metrics.add(values.counted(connection, phase, metric.get(), use.role() == MetricUse.Role.GOAL));
            }
        }
        CountedPhase counted =
                new CountedPhase(phase, values.people(connection, phase), values.units(connection, phase), metrics);
        return new Released(counted, guarded.ask(counted.question()));
    }

    /** A goal within segments; nothing where there are none, or they aren't shown. */
    Map<String, Map<String, ArmSums>> segments(Connection connection, Phase phase, Metric goal) throws SQLException {
        CountedSegments counted = values.segments(connection, phase, goal);
        return !counted.isEmpty() && guarded.ask(counted.question()) instanceof Answer.Shown shown
                ? counted.shown(shown, guarded.level())
                : Map.of();
    }
}
