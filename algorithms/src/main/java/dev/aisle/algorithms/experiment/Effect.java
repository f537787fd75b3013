package dev.aisle.algorithms.experiment;

import java.util.Optional;

/**
 * An effect and how sure it is.
 *
 * @param value in the unit of the metric, or as a share of the control's mean
 * @param error its standard error, above 0
 * @param freedom degrees of freedom after Welch and Satterthwaite
 */
public record Effect(double value, double error, double freedom) {
    /**
     * The effect of a treatment; relative ones by the delta method.
     *
     * @return empty when there is nothing to compare: an arm of fewer than two, no variance, or a control's mean of 0
     */
    public static Optional<Effect> of(Arm treated, Arm control, Difference kind) {
        boolean relative = kind == Difference.RELATIVE;
        if (treated.n() < 2 || control.n() < 2 || (relative && control.mean() == 0)) {
            return Optional.empty();
        }
        double difference = treated.mean() - control.mean();
        double variance = relative ? relativeVariance(treated, control) : treated.error2() + control.error2();
        double value = relative ? difference / control.mean() : difference;
        return of(value, variance, treated, control);
    }

    static Optional<Effect> of(double value, double variance, Arm treated, Arm control) {
        return variance > 0
                ? Optional.of(new Effect(value, Math.sqrt(variance), freedom(treated, control)))
                : Optional.empty();
    }

    /** Of treated / control, where the arms are independent. */
    private static double relativeVariance(Arm treated, Arm control) {
        double base = control.mean() * control.mean();
        return treated.error2() / base + control.error2() * treated.mean() * treated.mean() / (base * base);
    }

    /** @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch 1947</a> */
    private static double freedom(Arm treated, Arm control) {
        double one = treated.error2();
        double two = control.error2();
        return (one + two) * (one + two) / (one * one / (treated.n() - 1) + two * two / (control.n() - 1));
    }
}
