package dev.aisle.campaign.experiments.analysis;

import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.ArmCount;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.Decision;
import dev.aisle.campaign.experiments.judging.Inference;
import dev.aisle.campaign.experiments.judging.Judged;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.experiments.judging.Look.Point;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps how each running experiment stands, once a day, so that its report shows the effect over time and looks that decide are known. */
@Singleton
public class TakeLooks {
    private final PhaseRepository phases;
    private final LookRepository looks;
    private final AnalyseExperiment analyseExperiment;
    private final Transactions transactions;

    TakeLooks(
            PhaseRepository phases,
            LookRepository looks,
            AnalyseExperiment analyseExperiment,
            Transactions transactions) {
        this.phases = phases;
        this.looks = looks;
        this.analyseExperiment = analyseExperiment;
        this.transactions = transactions;
    }

    /** Looks at all that run. */
    public void all() {
        transactions.call(phases::running).forEach(this::of);
    }

    /** Looks at one. A look that could decide isn't written over by a later one of its day. */
    public void of(Phase phase) {
        transactions.call(connection -> {
            Analysis analysis = analyseExperiment.look(connection, phase);
            LocalDate today = LocalDate.ofInstant(analysis.at(), ZoneOffset.UTC);
            boolean kept = phase.experiment().rule().method() != Method.SEQUENTIAL
                    && analysis.looks().stream().anyMatch(look -> look.day().equals(today) && look.decided());
            if (analysis.told() && !kept) {
                looks.put(connection, phase.experiment().id(), phase.number(), look(analysis, today), analysis.at());
            }
            return true;
        });
    }

    private static Look look(Analysis analysis, LocalDate today) {
        long units = analysis.arms().stream().mapToLong(ArmCount::exposed).sum();
        Inference inference = Inference.of(
                analysis.phase().experiment().rule(),
                1,
                analysis.planned(),
                units,
                analysis.looks().stream().filter(Look::decided).map(Look::share).toList());
        String variation = analysis.decision().variation();
        List<Point> points = analysis.comparisons().stream()
                .filter(one -> one.use().role() != Role.SECONDARY)
                .flatMap(one -> one
                        .relative()
                        .map(judged -> point(one, judged, true))
                        .or(() -> one.absolute().map(judged -> point(one, judged, false)))
                        .stream())
                .toList();
        return new Look(
                today,
                units,
                inference.share(),
                inference.decides() && analysis.decision().kind() != Decision.Kind.UNHEALTHY,
                analysis.decision().kind().code(),
                variation == null ? "" : variation,
                analysis.decision().because(),
                points);
    }

    private static Point point(Comparison one, Judged judged, boolean relative) {
        return new Point(
                one.metric().id(),
                one.variation(),
                relative,
                judged.value(),
                judged.low(),
                judged.high(),
                judged.statistic(),
                judged.boundary());
    }
}
