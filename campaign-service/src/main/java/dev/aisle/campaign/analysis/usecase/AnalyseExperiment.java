package dev.aisle.campaign.analysis.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.analysis.domain.Analysis;
import dev.aisle.campaign.analysis.domain.ArmCount;
import dev.aisle.campaign.analysis.domain.Comparison;
import dev.aisle.campaign.analysis.domain.Deciding;
import dev.aisle.campaign.analysis.domain.Decision;
import dev.aisle.campaign.analysis.domain.Health;
import dev.aisle.campaign.analysis.domain.Inference;
import dev.aisle.campaign.analysis.domain.Look;
import dev.aisle.campaign.analysis.domain.Wording;
import dev.aisle.campaign.analysis.store.LookRepository;
import dev.aisle.campaign.analysis.store.PhaseRepository;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.metrics.domain.ArmTotals;
import dev.aisle.campaign.metrics.store.RecountRepository;
import dev.aisle.campaign.metrics.store.SumRepository;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a phase of an experiment shows. Of fewer people than the threshold nothing is told. */
@Singleton
public class AnalyseExperiment {
    private final PhaseRepository phases;
    private final SumRepository sums;
    private final RecountRepository recounts;
    private final LookRepository looks;
    private final Compared compared;
    private final PlannedUnits plannedUnits;
    private final CheckHealth checkHealth;
    private final Transactions transactions;
    private final InstantSource clock;
    private final KThreshold threshold;

    AnalyseExperiment(
            PhaseRepository phases,
            SumRepository sums,
            RecountRepository recounts,
            LookRepository looks,
            Compared compared,
            PlannedUnits plannedUnits,
            CheckHealth checkHealth,
            Transactions transactions,
            InstantSource clock,
            CampaignSettings settings) {
        this.phases = phases;
        this.sums = sums;
        this.recounts = recounts;
        this.looks = looks;
        this.compared = compared;
        this.plannedUnits = plannedUnits;
        this.checkHealth = checkHealth;
        this.transactions = transactions;
        this.clock = clock;
        this.threshold = new KThreshold(settings.threshold());
    }

    /** Analyses a phase, the latest when none is named; empty when there is no such one. */
    public Optional<Analysis> of(String experiment, @Nullable Integer phase) {
        return transactions.call(connection -> {
            Optional<Phase> one = phases.one(connection, experiment, phase);
            return one.isEmpty() ? Optional.empty() : Optional.of(of(connection, one.get()));
        });
    }

    /** Analyses a phase. */
    Analysis of(Connection connection, Phase phase) throws SQLException {
        Instant now = clock.instant();
        String id = phase.experiment().id();
        Map<String, ArmTotals> totals = sums.totals(connection, id, phase.number());
        List<ArmCount> arms = phase.experiment().treatments().stream()
                .map(one -> {
                    ArmTotals total = totals.getOrDefault(one.key(), ArmTotals.none(one.key()));
                    return new ArmCount(one.key(), one.name(), one.weight(), total.exposed(), total.mixed());
                })
                .toList();
        long units = arms.stream().mapToLong(ArmCount::exposed).sum();
        if (!threshold.allows(units)
                || arms.stream().filter(arm -> arm.weight() > 0).anyMatch(arm -> !threshold.allows(arm.exposed()))) {
            return untold(phase, now);
        }
        List<Look> seen = looks.of(connection, id, phase.number());
        List<Look> decided = seen.stream().filter(Look::decided).toList();
        long planned = plannedUnits.of(connection, phase, totals, now);
        Inference inference = Inference.of(
                phase.experiment().rule(),
                compared.comparisons(phase),
                planned,
                units,
                decided.stream().map(Look::share).toList());
        List<Comparison> comparisons = compared.of(connection, phase, totals, inference);
        Health health = checkHealth.of(connection, phase, arms, totals);
        Decision decision = new Deciding(phase.experiment().rule(), inference, phase.startedAt(), now)
                .decide(comparisons, health, earlier(decided));
        List<String> words = new ArrayList<>(List.of(decision.because()));
        words.addAll(Wording.of(comparisons, inference));
        return new Analysis(
                phase,
                now,
                true,
                threshold.k(),
                planned,
                arms,
                comparisons,
                compared.segments(connection, phase, totals, inference, threshold),
                Optional.of(health),
                decision,
                words,
                seen,
                recounts.last(connection, id, phase.number()));
    }

    private Analysis untold(Phase phase, Instant now) {
        String because = "Of fewer than " + threshold.k()
                + " units an arm that allow analytics nothing is told; so far there is an arm with no more.";
        return new Analysis(
                phase,
                now,
                false,
                threshold.k(),
                0,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                new Decision(Decision.Kind.KEEP_GOING, null, null, because),
                List.of(because),
                List.of(),
                Optional.empty());
    }

    /** The last look that could decide and did, or of a test with one look that one. */
    private static Optional<Decision> earlier(List<Look> decided) {
        return decided.stream()
                .reduce((one, later) -> later)
                .map(look -> new Decision(
                        Decision.Kind.of(look.decision()),
                        look.variation().isEmpty() ? null : look.variation(),
                        null,
                        look.because()))
                .filter(Decision::isFinal);
    }
}
