package dev.aisle.algorithms.privacy.guard;

import dev.aisle.algorithms.experiment.Sums;

/**
 * Sums of an arm made from numbers that the guard has released. Intervals from them hold: the variance is the largest that parts from 0 to the clip with
 * this mean can have, of yes and no the exact one, and the noise of both numbers is added to it. So no square has to be released, whose noise would
 * drown it.
 *
 * @see <a href="https://doi.org/10.1080/00029890.2000.12005203">Bhatia, Davis 2000: a variance is at most (most − mean)(mean − least)</a>
 */
public final class ReleasedSums {
    private ReleasedSums() {}

    /** The sums of a metric over people, each of whom has at most {@link #most} in it. */
    public static Sums of(NoisedFigure people, NoisedFigure sum) {
        return of(people, sum, most(people, sum));
    }

    /** The sums of a metric over units, each of which has at most {@code most} in it. */
    public static Sums of(NoisedFigure people, NoisedFigure sum, double most) {
        if (people.whole() < 1) {
            return Sums.NONE;
        }
        double n = people.whole();
        double mean = Math.min(sum.value() / n, most);
        return with(people, mean, mean * (most - mean), sum.deviation());
    }

    /** The sums of what is 1 for some people, −1 for others and 0 for the rest. */
    public static Sums balance(NoisedFigure people, NoisedFigure plus, NoisedFigure minus) {
        if (people.whole() < 1) {
            return Sums.NONE;
        }
        double n = people.whole();
        double share = Math.min(1, (plus.value() + minus.value()) / n);
        double mean = Math.clamp((plus.value() - minus.value()) / n, -share, share);
        return with(people, mean, share - mean * mean, Math.hypot(plus.deviation(), minus.deviation()));
    }

    /** The largest part that one person has in a released sum. */
    public static double most(NoisedFigure people, NoisedFigure sum) {
        return sum.deviation() / people.deviation();
    }

    /** Sums of numbers with a mean whose error is that of the sample and that of the noise. */
    private static Sums with(NoisedFigure people, double mean, double variance, double noise) {
        double n = people.whole();
        double both = noise * noise + mean * mean * people.deviation() * people.deviation();
        return new Sums(people.whole(), mean * n, n * mean * mean + (n - 1) * (Math.max(0, variance) + both / n));
    }
}
