package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.Multiplicity;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.CountedPhase;
import dev.aisle.campaign.experiments.judging.Estimation;
import dev.aisle.campaign.experiments.judging.Inference;
import dev.aisle.campaign.experiments.judging.Judged;
import dev.aisle.campaign.experiments.judging.MetricArm;
import dev.aisle.campaign.experiments.judging.SegmentEffect;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares every treatment with the control by every metric, and by the goals within segments. */
@Singleton
class Compared {
    private final MetricDefinitions definitions;
    private final ReleasePhase releasePhase;

    Compared(MetricDefinitions definitions, ReleasePhase releasePhase) {
        this.definitions = definitions;
        this.releasePhase = releasePhase;
    }

    /** How many comparisons decide. */
    int comparisons(Phase phase) {
        return PlannedUnits.comparisons(phase.experiment());
    }

    List<Comparison> of(Phase phase, CountedPhase.Shown shown, Inference inference) {
        List<Treatment> treatments = phase.experiment().treatments();
        List<Comparison> all = new ArrayList<>();
        for (MetricUse use : phase.experiment().metrics()) {
            Optional<Metric> metric = definitions.byId(use.metric());
            if (metric.isEmpty()) {
                continue;
            }
            Map<String, MetricArm> arms = shown.of(use.metric());
            MetricArm control = arm(arms, treatments.getFirst());
            for (Treatment treatment : treatments.subList(1, treatments.size())) {
                Estimation found = Estimation.of(metric.get(), arm(arms, treatment), control);
                all.add(new Comparison(
                        use,
                        metric.get(),
                        treatment.key(),
                        found,
                        found.relative().map(inference::judge),
                        found.absolute().map(inference::judge),
                        null));
            }
        }
        return corrected(all);
    }

    private static MetricArm arm(Map<String, MetricArm> arms, Treatment treatment) {
        return arms.getOrDefault(treatment.key(), MetricArm.of(ArmSums.zeros(0)));
    }

    /** Secondary metrics by Benjamini and Hochberg: the share of false ones among the findings stays below the level. */
    private static List<Comparison> corrected(List<Comparison> all) {
        List<Integer> those = IntStream.range(0, all.size())
                .filter(n -> all.get(n).use().role() == Role.SECONDARY
                        && p(all.get(n)).isPresent())
                .boxed()
                .toList();
        double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(
                those.stream().mapToDouble(n -> p(all.get(n)).orElseThrow()).toArray());
        List<Comparison> corrected = new ArrayList<>(all);
        for (int n = 0; n < adjusted.length; n++) {
            corrected.set(those.get(n), all.get(those.get(n)).corrected(adjusted[n]));
        }
        return corrected;
    }

    private static Optional<Double> p(Comparison one) {
        return one.relative().or(one::absolute).map(Judged::p).filter(Objects::nonNull);
    }

    /** The goals within segments of enough units in both arms. */
    List<SegmentEffect> segments(Connection connection, Phase phase, Inference inference) throws SQLException {
        List<SegmentEffect> found = new ArrayList<>();
        for (MetricUse use : phase.experiment().metrics()) {
            Optional<Metric> metric = definitions.byId(use.metric()).filter(one -> !one.needsValues());
            if (use.role() == Role.GOAL && metric.isPresent()) {
                releasePhase
                        .segments(connection, phase, metric.get())
                        .forEach((segment, arms) -> found.addAll(within(
                                segment, metric.get(), arms, phase.experiment().treatments(), inference)));
            }
        }
        double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(
                found.stream().mapToDouble(SegmentEffect::p).toArray());
        return IntStream.range(0, found.size())
                .mapToObj(n -> found.get(n).corrected(adjusted[n]))
                .toList();
    }

    private static List<SegmentEffect> within(
            String segment, Metric metric, Map<String, ArmSums> arms, List<Treatment> treatments, Inference inference) {
        List<SegmentEffect> found = new ArrayList<>();
        ArmSums control = arms.getOrDefault(treatments.getFirst().key(), ArmSums.zeros(0));
        for (Treatment treatment : treatments.subList(1, treatments.size())) {
            ArmSums treated = arms.getOrDefault(treatment.key(), ArmSums.zeros(0));
            if (control.n() > 0 && treated.n() > 0) {
                long units = control.n() + treated.n();
                Estimation.of(metric, MetricArm.of(treated), MetricArm.of(control))
                        .relative()
                        .map(inference.within(units)::judge)
                        .ifPresent(
                                one -> found.add(SegmentEffect.of(segment, metric.id(), treatment.key(), units, one)));
            }
        }
        return found;
    }
}
