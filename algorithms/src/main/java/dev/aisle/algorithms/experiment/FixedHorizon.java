package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.TDistribution;

/** Welch's t test: right when it is looked at once, at the end that was planned. */
public final class FixedHorizon {
    /** Beyond so many degrees the t distribution is the normal one to six digits. */
    private static final double LARGE = 1e6;

    private FixedHorizon() {}

    /**
     * Tests an effect.
     *
     * @param alpha how often an effect may be found where there is none, in (0, 1)
     */
    public static Verdict of(Effect effect, double alpha, Alternative alternative) {
        TDistribution t = new TDistribution(Math.min(effect.freedom(), LARGE));
        double statistic = effect.value() / effect.error();
        double tail = alternative == Alternative.TWO_SIDED ? alpha / 2 : alpha;
        double half = -t.inverseCumulativeProbability(tail) * effect.error();
        double p = switch (alternative) {
            case TWO_SIDED -> 2 * t.cumulativeProbability(-Math.abs(statistic));
            case GREATER -> t.cumulativeProbability(-statistic);
            case LESSER -> t.cumulativeProbability(statistic);
        };
        return Verdict.around(effect.value(), half, alternative, p);
    }
}
