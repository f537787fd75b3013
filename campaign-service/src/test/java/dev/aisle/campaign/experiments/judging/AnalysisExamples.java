package dev.aisle.campaign.experiments.judging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.Tally;
import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import dev.aisle.campaign.experiments.metrics.Measure;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Experiments whose figures are made, with effects that are known. */
public final class AnalysisExamples {
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    static final Metric ORDERS = metric("conversion", "People who order", MetricType.PROPORTION, "");
    static final Metric REVENUE = metric("revenue-per-person", "Revenue a person", MetricType.REVENUE, "EUR");
    static final Metric REFUNDS = new Metric(
            "refunds",
            "People who give something back",
            MetricType.PROPORTION,
            new Measure("REFUND", "count", "", List.of()),
            null,
            Duration.ZERO,
            Duration.ofDays(14),
            Duration.ofDays(14),
            null,
            0.5,
            false);

    private AnalysisExamples() {}

    private static Metric metric(String id, String name, MetricType type, String currency) {
        return new Metric(
                id,
                name,
                type,
                new Measure("PURCHASE", "count", currency, List.of()),
                null,
                Duration.ZERO,
                Duration.ofDays(14),
                Duration.ofDays(14),
                null,
                0.5,
                true);
    }

    static DecisionRule rule(Method method) {
        return new DecisionRule(method, 0.05, 0.05, 0.8, 5);
    }

    static Phase phase(Method method) {
        return new Phase(
                new Experiment(
                        "cheaper-shipping",
                        "shipping",
                        "Shipping shown in the cart",
                        "People leave the cart because they fear the cost of shipping. Shown early, more of them order.",
                        Unit.PERSON,
                        null,
                        true,
                        1,
                        JsonNodeFactory.instance.objectNode(),
                        List.of(treatment("as-it-was", "As it was"), treatment("early", "Shown early")),
                        List.of(
                                new MetricUse("conversion", Role.GOAL, 0),
                                new MetricUse("refunds", Role.GUARDRAIL, 0.1),
                                new MetricUse("revenue-per-person", Role.SECONDARY, 0)),
                        rule(method)),
                1,
                "seed",
                START,
                null);
    }

    private static Treatment treatment(String key, String name) {
        return new Treatment(key, name, 0.5, JsonNodeFactory.instance.booleanNode(true));
    }

    /** Yes with this rate, going with what was before. */
    static ArmSums yes(int n, double rate, long seed) {
        Random random = new Random(seed);
        Tally tally = new Tally();
        for (int unit = 0; unit < n; unit++) {
            double before = random.nextDouble() < 0.3 ? 1 : 0;
            tally.add(random.nextDouble() < rate * (before == 1 ? 2 : 4.0 / 7) ? 1 : 0, 0, before, 0);
        }
        return tally.sums();
    }

    static ArmSums money(int n, double mean, long seed) {
        Random random = new Random(seed);
        Tally tally = new Tally();
        for (int unit = 0; unit < n; unit++) {
            double taste = Math.exp(random.nextGaussian());
            tally.add(mean * taste * 0.6 + mean * 0.3 * random.nextDouble(), 0, taste * 10, 0);
        }
        return tally.sums();
    }

    static Comparison compare(Metric metric, MetricUse use, ArmSums control, ArmSums treated, Inference inference) {
        Estimation found = Estimation.of(metric, MetricArm.of(treated), MetricArm.of(control));
        return new Comparison(
                use,
                metric,
                "early",
                found,
                found.relative().map(inference::judge),
                found.absolute().map(inference::judge),
                null);
    }

    /** An analysis after so many days with a lift of the goal. */
    public static Analysis after(int days, double lift) {
        Phase phase = phase(Method.SEQUENTIAL);
        List<Look> looks = new ArrayList<>();
        for (int day = 1; day < days; day++) {
            List<Comparison> then = comparisons(phase, day * 1_500, lift);
            looks.add(look(day, day * 3_000L, then));
        }
        int n = days * 1_500;
        Inference inference = inference(phase, n);
        List<Comparison> now = comparisons(phase, n, lift);
        List<ArmCount> arms = List.of(
                new ArmCount("as-it-was", "As it was", 0.5, n, 12),
                new ArmCount("early", "Shown early", 0.5, n + 31, 9));
        Health health = Health.of(arms, 0, Map.of());
        Decision decision = new Deciding(phase.experiment().rule(), inference, START, START.plus(Duration.ofDays(days)))
                .decide(now, health, Optional.empty());
        List<String> words = new ArrayList<>(List.of(decision.because()));
        words.addAll(Wording.of(now, inference));
        looks.add(look(days, 2L * n, now));
        return new Analysis(
                phase,
                START.plus(Duration.ofDays(days)),
                START.plus(Duration.ofDays(days)),
                false,
                19,
                20,
                60_000,
                arms,
                now,
                List.of(new SegmentEffect("buyer", "conversion", "early", 8_400, 0.06, -0.02, 0.14, 0.09, 0.12)),
                Optional.of(health),
                decision,
                words,
                looks);
    }

    private static Inference inference(Phase phase, int n) {
        return Inference.of(phase.experiment().rule(), 1, 60_000, 2L * n, List.of());
    }

    private static List<Comparison> comparisons(Phase phase, int n, double lift) {
        Inference inference = inference(phase, n);
        List<MetricUse> uses = phase.experiment().metrics();
        return List.of(
                compare(ORDERS, uses.get(0), yes(n, 0.1, 1), yes(n, 0.1 * (1 + lift), 2), inference),
                compare(REFUNDS, uses.get(1), yes(n, 0.05, 3), yes(n, 0.05, 4), inference),
                compare(REVENUE, uses.get(2), money(n, 20, 5), money(n, 20 * (1 + lift / 2), 6), inference));
    }

    private static Look look(int day, long units, List<Comparison> comparisons) {
        List<Look.Point> points = comparisons.stream()
                .filter(one -> one.use().role() != Role.SECONDARY)
                .flatMap(one -> one.relative().stream()
                        .map(it -> new Look.Point(
                                one.metric().id(),
                                one.variation(),
                                true,
                                it.value(),
                                it.low(),
                                it.high(),
                                it.statistic(),
                                it.boundary())))
                .toList();
        return new Look(
                LocalDate.parse("2026-11-01").plusDays(day),
                units,
                Math.min(1, units / 60_000.0),
                true,
                "keep_going",
                "",
                "",
                points);
    }
}
