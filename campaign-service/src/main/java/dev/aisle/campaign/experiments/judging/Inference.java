package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.Alternative;
import dev.aisle.algorithms.experiment.ConfidenceSequence;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.FixedHorizon;
import dev.aisle.algorithms.experiment.GroupSequential;
import dev.aisle.algorithms.experiment.Posterior;
import dev.aisle.algorithms.experiment.Spending;
import dev.aisle.algorithms.experiment.Verdict;
import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How an experiment's method judges effects at this look.
 *
 * @param alpha of one comparison
 * @param planned units of all arms at the planned end; 0 as long as there is no plan
 * @param units that there are
 * @param taken shares of the plan at which looks were taken before that could decide
 */
public record Inference(Method method, double alpha, int looks, long planned, long units, List<Double> taken) {
    /** Where a test hasn't looked yet there is no boundary to cross; this far nothing comes. */
    private static final double NEVER = 1e3;

    private static final double SLACK = 1e-9;
    /** Where a confidence sequence is tightest as long as nothing is planned. */
    private static final double USUAL_TUNING = 5_000;

    public Inference {
        taken = List.copyOf(taken);
    }

    /** By an experiment's rule. */
    public static Inference of(DecisionRule rule, int comparisons, long planned, long units, List<Double> taken) {
        return new Inference(
                rule.method(), rule.alpha() / Math.max(1, comparisons), rule.looks(), planned, units, taken);
    }

    /** For a part of the units, which no plan was made for: at any look where the method allows that, else as if it were looked at once. */
    public Inference within(long part) {
        return new Inference(
                method == Method.SEQUENTIAL ? Method.SEQUENTIAL : Method.FIXED, alpha, looks, planned, part, taken);
    }

    /** How much of the plan there is, at most 1. */
    public double share() {
        return planned > 0 ? Math.min(1, (double) units / planned) : 0;
    }

    /** Whether this look may decide. Others only show how it stands. */
    public boolean decides() {
        return switch (method) {
            case FIXED -> share() >= 1 && taken.isEmpty();
            case GROUP_SEQUENTIAL -> isLook();
            case SEQUENTIAL, BAYESIAN -> true;
        };
    }

    private boolean isLook() {
        double before = taken.isEmpty() ? 0 : taken.getLast();
        return (int) (share() * looks + SLACK) > (int) (before * looks + SLACK) && share() > before;
    }

    /** Judges an effect. */
    public Judged judge(Effect effect) {
        double statistic = effect.value() / effect.error();
        return switch (method) {
            case FIXED -> tested(effect, FixedHorizon.of(effect, alpha, Alternative.TWO_SIDED));
            case SEQUENTIAL ->
                tested(
                        effect,
                        new ConfidenceSequence(
                                        alpha, planned > 0 ? (double) planned : USUAL_TUNING, Alternative.TWO_SIDED)
                                .of(effect, Math.max(1, units)));
            case GROUP_SEQUENTIAL -> {
                double bound = bound();
                double half = bound * effect.error();
                yield new Judged(
                        effect.value(),
                        effect.value() - half,
                        effect.value() + half,
                        null,
                        statistic,
                        bound,
                        null,
                        null);
            }
            case BAYESIAN -> {
                Posterior belief = Posterior.after(effect, null);
                double[] interval = belief.interval(1 - alpha);
                yield new Judged(
                        effect.value(),
                        interval[0],
                        interval[1],
                        null,
                        statistic,
                        (interval[1] - effect.value()) / effect.error(),
                        belief.chanceToWin(),
                        belief.riskOfTreatment());
            }
        };
    }

    private static Judged tested(Effect effect, Verdict verdict) {
        return new Judged(
                effect.value(),
                verdict.low(),
                verdict.high(),
                verdict.p(),
                effect.value() / effect.error(),
                (verdict.high() - effect.value()) / effect.error(),
                null,
                null);
    }

    /** O'Brien and Fleming's spending over the looks that were taken, and this one if it is one. */
    private double bound() {
        double[] shares = isLook()
                ? DoubleStream.concat(taken.stream().mapToDouble(Double::doubleValue), DoubleStream.of(share()))
                        .toArray()
                : taken.stream().mapToDouble(Double::doubleValue).toArray();
        if (shares.length == 0) {
            return NEVER;
        }
        double[] bounds = new GroupSequential(shares, alpha, 2).spending(Spending.obrienFleming());
        return bounds[bounds.length - 1];
    }
}
