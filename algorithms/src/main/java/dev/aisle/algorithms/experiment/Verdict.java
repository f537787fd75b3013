package dev.aisle.algorithms.experiment;

/**
 * What a test says of an effect.
 *
 * @param low lower end of the interval; −∞ where only the other side is asked for
 * @param high upper end; ∞ likewise
 * @param p how likely such an effect is when there is none, 0 to 1
 */
public record Verdict(double low, double high, double p) {
    /** The interval around a value that reaches so far on the sides that count. */
    static Verdict around(double value, double half, Alternative alternative, double p) {
        return new Verdict(
                alternative == Alternative.LESSER ? Double.NEGATIVE_INFINITY : value - half,
                alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : value + half,
                p);
    }
}
