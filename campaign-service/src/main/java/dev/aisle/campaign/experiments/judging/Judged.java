package dev.aisle.campaign.experiments.judging;

import org.jspecify.annotations.Nullable;

/**
 * An effect as the experiment's method sees it.
 *
 * @param low lower end of the interval
 * @param high upper end
 * @param p {@code null} where the method has none
 * @param statistic the effect over its error
 * @param boundary beyond which the statistic must be on either side; infinite before the first look
 * @param chanceToWin that an increase is there; {@code null} but for Bayesian ones
 * @param risk what is lost on average by taking the treatment; {@code null} likewise
 */
public record Judged(
        double value,
        double low,
        double high,
        @Nullable Double p,
        double statistic,
        double boundary,
        @Nullable Double chanceToWin,
        @Nullable Double risk) {
    /** The same from the other side: what an increase was is a decrease. */
    public Judged mirrored() {
        return new Judged(
                -value,
                -high,
                -low,
                p,
                -statistic,
                boundary,
                chanceToWin == null ? null : Double.valueOf(1 - chanceToWin),
                risk == null ? null : Double.valueOf(Math.max(0, risk + value)));
    }

    /** Whether the interval leaves 0 out. */
    public boolean leavesZeroOut() {
        return low > 0 || high < 0;
    }
}
