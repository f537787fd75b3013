package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.experiment.Arm;
import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.judging.CountedPhase;
import dev.aisle.campaign.experiments.judging.Planning;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** How many units a phase needs: computed once from its control as the guard shows it, so that the plan doesn't follow the results. */
@Singleton
class PlannedUnits {
    private static final long LEAST = 100;
    private static final double MOST = 1e12;

    private final LookRepository looks;
    private final MetricDefinitions definitions;

    PlannedUnits(LookRepository looks, MetricDefinitions definitions) {
        this.looks = looks;
        this.definitions = definitions;
    }

    /** Units of all arms; 0 as long as there is nothing to plan by. */
    long of(Connection connection, Phase phase, CountedPhase.Shown shown, Instant now) throws SQLException {
        Experiment experiment = phase.experiment();
        Optional<Long> known = looks.planned(connection, experiment.id(), phase.number());
        if (known.isPresent() || shown.arms().getFirst().exposed() < LEAST) {
            return known.orElse(0L);
        }
        Optional<Metric> goal = experiment.metrics().stream()
                .filter(use -> use.role() == MetricUse.Role.GOAL)
                .map(use -> definitions.byId(use.metric()))
                .flatMap(Optional::stream)
                .findFirst();
        if (goal.isEmpty()) {
            return 0;
        }
        ArmSums sums = shown.plain().getOrDefault(goal.get().id(), ArmSums.zeros(0));
        Planning planning = new Planning(
                plain(goal.get(), sums),
                experiment.rule(),
                experiment.rule().alpha() / comparisons(experiment),
                least(experiment));
        double units = planning.isPossible() ? planning.units() : Double.POSITIVE_INFINITY;
        if (units > MOST) {
            return 0;
        }
        looks.plan(connection, experiment.id(), phase.number(), (long) units, now);
        return (long) units;
    }

    /** The control without the guard's noise, which doesn't grow with the units. */
    private static Arm plain(Metric metric, ArmSums sums) {
        return metric.type().isRatio() ? sums.shares().plain() : sums.mean().plain();
    }

    /** Goals times treatments. */
    static int comparisons(Experiment experiment) {
        long goals = experiment.metrics().stream()
                .filter(use -> use.role() == MetricUse.Role.GOAL)
                .count();
        return (int) Math.max(1, goals * (experiment.treatments().size() - 1));
    }

    private static double least(Experiment experiment) {
        return experiment.treatments().stream()
                .mapToDouble(Treatment::weight)
                .filter(weight -> weight > 0)
                .min()
                .orElse(0.5);
    }
}
