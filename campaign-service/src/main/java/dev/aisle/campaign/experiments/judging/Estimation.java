package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.BeforeAfter;
import dev.aisle.algorithms.experiment.Cuped;
import dev.aisle.algorithms.experiment.Cuped.RelativeVariance;
import dev.aisle.algorithms.experiment.Difference;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricType;
import java.util.Optional;
import java.util.function.Function;

/**
 * The effect of a treatment on a metric, with what was before taken out (CUPED) where there was something.
 *
 * @param control the control's mean as it is
 * @param treated the treatment's mean as it is
 * @param relative as a share of the control's mean; empty where that is 0 or nothing can be compared
 * @param absolute in the unit of the metric; empty where nothing can be compared
 * @param varianceKept the share of the variance that is left by CUPED; 1 without
 * @param reason why there is no effect; empty where there is one
 */
public record Estimation(
        double control,
        double treated,
        Optional<Effect> relative,
        Optional<Effect> absolute,
        double varianceKept,
        String reason) {
    /** Compares. */
    public static Estimation of(Metric metric, MetricArm treated, MetricArm control) {
        if (metric.type() == MetricType.QUANTILE) {
            return new Estimation(
                    0, 0, Optional.empty(), Optional.empty(), 1, "a quantile isn't shown: it is one person's value");
        }
        Function<ArmSums, BeforeAfter> shape = metric.type().isRatio() ? ArmSums::shares : ArmSums::mean;
        BeforeAfter one = shape.apply(treated.sums());
        BeforeAfter two = shape.apply(control.sums());
        BeforeAfter both = shape.apply(treated.sums().plus(control.sums()));
        double slope = both.slope();
        double kept = both.variance() > 0 ? both.adjusted(slope).variance() / both.variance() : 1;
        return with(
                two.mean(),
                one.mean(),
                Cuped.of(one, two, slope, Difference.RELATIVE, RelativeVariance.EXACT),
                Cuped.of(one, two, slope, Difference.ABSOLUTE, RelativeVariance.EXACT),
                kept,
                Math.min(one.n(), two.n()));
    }

    private static Estimation with(
            double control,
            double treated,
            Optional<Effect> relative,
            Optional<Effect> absolute,
            double kept,
            long least) {
        String reason = "";
        if (least < 2) {
            reason = "an arm has fewer than two units with a value";
        } else if (absolute.isEmpty()) {
            reason = "all units have the same value, so that chance can't be told from effect";
        } else if (relative.isEmpty()) {
            reason = "the control's mean is 0, so that there is no relative effect";
        }
        return new Estimation(control, treated, relative, absolute, kept, reason);
    }
}
