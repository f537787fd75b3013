package dev.aisle.algorithms.experiment;

import java.util.Optional;

/**
 * An effect with the variance taken out that was there before the experiment. The slope is that of both arms together.
 *
 * @see <a href="https://doi.org/10.1145/2433396.2433413">Deng, Xu, Kohavi, Walker: Improving the sensitivity of online controlled experiments</a>
 */
public final class Cuped {
    private Cuped() {}

    /** How the variance of a relative effect is had; both are in use. */
    public enum RelativeVariance {
        /** The delta method on the adjusted difference over the unadjusted mean. */
        EXACT,
        /** The ratio of the unadjusted means stands for one plus the effect, as GrowthBook has it. */
        PLUGGED_IN
    }

    /**
     * The effect of a treatment on a mean.
     *
     * @param variance counts for relative effects only
     * @return empty when there is nothing to compare
     */
    public static Optional<Effect> of(
            CovariateSums treated, CovariateSums control, Difference kind, RelativeVariance variance) {
        return of(treated.arm(), control.arm(), treated.plus(control).slope(), kind, variance);
    }

    /** The effect of a treatment on a ratio. */
    public static Optional<Effect> ofRatio(
            ArmSums treated, ArmSums control, Difference kind, RelativeVariance variance) {
        return of(
                treated.shares(),
                control.shares(),
                treated.plus(control).shares().slope(),
                kind,
                variance);
    }

    /**
     * The effect of a treatment.
     *
     * @param slope of both arms together
     */
    public static Optional<Effect> of(
            BeforeAfter treated, BeforeAfter control, double slope, Difference kind, RelativeVariance variance) {
        Arm one = treated.adjusted(slope);
        Arm two = control.adjusted(slope);
        if (kind == Difference.ABSOLUTE) {
            return Effect.of(one, two, kind);
        }
        double base = control.mean();
        if (one.n() < 2 || two.n() < 2 || base == 0) {
            return Optional.empty();
        }
        double value = (one.mean() - two.mean()) / base;
        double ratio = variance == RelativeVariance.EXACT ? 1 + value : treated.mean() / base;
        return Effect.of(value, (one.error2() + weighted(control, slope, ratio)) / (base * base), one, two);
    }

    /** The control stands in the numerator with its adjusted mean and in the denominator with the unadjusted one. */
    private static double weighted(BeforeAfter control, double slope, double ratio) {
        return (ratio * ratio * control.variance()
                        + slope * slope * control.varianceBefore()
                        - 2 * slope * ratio * control.covariance())
                / control.n();
    }
}
