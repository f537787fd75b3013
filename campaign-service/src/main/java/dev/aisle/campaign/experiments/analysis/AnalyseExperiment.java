package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.experiments.analysis.ReleasePhase.Released;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.ArmCount;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.CountedPhase;
import dev.aisle.campaign.experiments.judging.Deciding;
import dev.aisle.campaign.experiments.judging.Decision;
import dev.aisle.campaign.experiments.judging.Health;
import dev.aisle.campaign.experiments.judging.Inference;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.experiments.judging.Wording;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a phase of an experiment shows, as the guard shows it. */
@Singleton
public class AnalyseExperiment {
    private final PhaseRepository phases;
    private final LookRepository looks;
    private final Compared compared;
    private final PlannedUnits plannedUnits;
    private final ReleasePhase releasePhase;
    private final GuardedFigures guarded;
    private final Transactions transactions;
    private final InstantSource clock;

    AnalyseExperiment(
            PhaseRepository phases,
            LookRepository looks,
            Compared compared,
            PlannedUnits plannedUnits,
            ReleasePhase releasePhase,
            GuardedFigures guarded,
            Transactions transactions,
            InstantSource clock) {
        this.phases = phases;
        this.looks = looks;
        this.compared = compared;
        this.plannedUnits = plannedUnits;
        this.releasePhase = releasePhase;
        this.guarded = guarded;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Analyses a phase, the latest when none is named; empty when there is no such one. */
    public Optional<Analysis> of(String experiment, @Nullable Integer phase) {
        return transactions.call(connection -> {
            Optional<Phase> one = phases.one(connection, experiment, phase);
            return one.isEmpty() ? Optional.empty() : Optional.of(of(connection, one.get()));
        });
    }

    /** Analyses a phase. All that is said is worked out from numbers that the guard has released. */
    Analysis of(Connection connection, Phase phase) throws SQLException {
        return of(connection, phase, true);
    }

    /** The same without segments, which a look has no use for. */
    Analysis look(Connection connection, Phase phase) throws SQLException {
        return of(connection, phase, false);
    }

    private Analysis of(Connection connection, Phase phase, boolean withSegments) throws SQLException {
        Instant now = clock.instant();
        String id = phase.experiment().id();
        Released released = releasePhase.of(connection, phase);
        if (!(released.answer() instanceof Answer.Shown answer)) {
            return untold(phase, now, released.answer() instanceof Answer.NoneLeft);
        }
        CountedPhase.Shown shown = released.counted().shown(answer, guarded.level());
        List<ArmCount> arms = shown.arms();
        if (arms.stream().anyMatch(arm -> arm.weight() > 0 && arm.exposed() == 0)) {
            return untold(phase, now, false);
        }
        long units = arms.stream().mapToLong(ArmCount::exposed).sum();
        List<Look> seen = looks.of(connection, id, phase.number());
        List<Look> decided = seen.stream().filter(Look::decided).toList();
        long planned = plannedUnits.of(connection, phase, shown, now);
        Inference inference = Inference.of(
                phase.experiment().rule(),
                compared.comparisons(phase),
                planned,
                units,
                decided.stream().map(Look::share).toList());
        List<Comparison> comparisons = compared.of(phase, shown, inference);
        Health health = Health.of(arms, shown.noise(), shown.before());
        Decision decision = new Deciding(phase.experiment().rule(), inference, phase.startedAt(), now)
                .decide(comparisons, health, earlier(decided));
        List<String> words = new ArrayList<>(List.of(decision.because()));
        words.addAll(Wording.of(comparisons, inference));
        return new Analysis(
                phase,
                now,
                answer.at(),
                false,
                guarded.left(),
                guarded.level().k(),
                planned,
                arms,
                comparisons,
                withSegments ? compared.segments(connection, phase, inference) : List.of(),
                Optional.of(health),
                decision,
                words,
                seen);
    }

    private Analysis untold(Phase phase, Instant now, boolean noneLeft) {
        String because = noneLeft
                ? "The numbers aren't shown: you have had today's new numbers. Ask again tomorrow (UTC); those that you have seen stay."
                : "Too few units that allow analytics take part so far: in an arm their number doesn't stand out of its noise.";
        return new Analysis(
                phase,
                now,
                null,
                noneLeft,
                guarded.left(),
                guarded.level().k(),
                0,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                new Decision(Decision.Kind.KEEP_GOING, null, null, because),
                List.of(because),
                List.of());
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
