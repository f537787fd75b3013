package dev.aisle.campaign.experiments.judging;

import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.metrics.Metric;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a treatment beside the control's.
 *
 * @param relative judged as a share of the control's mean; empty where nothing can be said
 * @param absolute judged in the unit of the metric
 * @param adjusted of a secondary metric: its p-value after correction for their number; {@code null} where there is none
 */
public record Comparison(
        MetricUse use,
        Metric metric,
        String variation,
        Estimation estimation,
        Optional<Judged> relative,
        Optional<Judged> absolute,
        @Nullable Double adjusted) {
    /** The effect such that more is better, relative where there is such a one. */
    private Optional<Judged> good() {
        Optional<Judged> one = relative.isPresent() ? relative : absolute;
        return metric.moreIsBetter() ? one : one.map(Judged::mirrored);
    }

    /** How it stands. */
    public enum Standing {
        /** Surely better. */
        BETTER,
        /** Surely worse; of a guardrail by more than its margin. */
        WORSE,
        /** A guardrail that surely isn't worse by more than its margin. */
        KEPT,
        /** Nothing can be said. */
        OPEN
    }

    /** How it stands, by the method that the experiment has. */
    public Standing standing(double certainty) {
        return good().map(one -> standing(one, certainty)).orElse(Standing.OPEN);
    }

    private Standing standing(Judged one, double certainty) {
        double margin = use.role() == MetricUse.Role.GUARDRAIL ? use.margin() : 0;
        Double chance = one.chanceToWin();
        if (one.low() > 0 || (chance != null && margin == 0 && chance >= certainty)) {
            return Standing.BETTER;
        }
        if (one.high() < -margin || (chance != null && margin == 0 && chance <= 1 - certainty)) {
            return Standing.WORSE;
        }
        return margin > 0 && one.low() > -margin ? Standing.KEPT : Standing.OPEN;
    }

    /** The average loss by taking the treatment, such that more is better; empty but for Bayesian ones. */
    public Optional<Double> loss() {
        return good().map(Judged::risk);
    }

    /** Whether the whole interval is within so much on either side. */
    public boolean isWithin(double effect) {
        return relative.filter(one -> one.low() > -effect && one.high() < effect)
                .isPresent();
    }

    /** The same with a corrected p-value. */
    public Comparison corrected(double p) {
        return new Comparison(use, metric, variation, estimation, relative, absolute, p);
    }
}
