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
     * The effect of a treatment.
     *
     * @param variance counts for relative effects only
     * @return empty when there is nothing to compare
     */
    public static Optional<Effect> of(
            CovariateSums treated, CovariateSums control, Difference kind, RelativeVariance variance) {
        double slope = treated.plus(control).slope();
        Arm one = treated.adjusted(slope);
        Arm two = control.adjusted(slope);
        if (kind == Difference.ABSOLUTE) {
            return Effect.of(one, two, kind);
        }
        double base = Arm.of(control.after()).mean();
        if (one.n() < 2 || two.n() < 2 || base == 0) {
            return Optional.empty();
        }
        double value = (one.mean() - two.mean()) / base;
        double ratio = variance == RelativeVariance.EXACT
                ? 1 + value
                : Arm.of(treated.after()).mean() / base;
        return Effect.of(value, (one.error2() + weighted(control, slope, ratio)) / (base * base), one, two);
    }

    /** The control stands in the numerator with its adjusted mean and in the denominator with the unadjusted one. */
    private static double weighted(CovariateSums control, double slope, double ratio) {
        double now = Arm.of(control.after()).variance();
        double then = Arm.of(control.before()).variance();
        return (ratio * ratio * now + slope * slope * then - 2 * slope * ratio * control.covariance())
                / control.after().n();
    }
}
