package dev.aisle.algorithms.experiment;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Boundaries of the z statistic at planned looks, such that some look crosses by chance as often as the level says.
 *
 * @see <a href="https://doi.org/10.1201/9780367805326">Jennison, Turnbull: Group Sequential Methods</a>, chapters 2, 7, 19
 */
public final class GroupSequential {
    private static final double FAR = 10;
    private static final int STEPS = 200;

    private final double[] shares;
    private final double alpha;
    private final int sides;

    /**
     * A plan.
     *
     * @param shares of the information at each look, ascending, in (0, 1]
     * @param alpha level of all looks and sides together, in (0, 1)
     * @param sides 1: only an increase counts; 2: both, alike
     */
    public GroupSequential(double[] shares, double alpha, int sides) {
        double before = 0;
        for (double share : shares) {
            if (!(share > before) || share > 1) {
                throw new IllegalArgumentException("t: expected shares that ascend, in (0, 1]");
            }
            before = share;
        }
        if (shares.length == 0 || !(alpha > 0 && alpha < 1) || (sides != 1 && sides != 2)) {
            throw new IllegalArgumentException("expected a look, alpha in (0, 1) and 1 or 2 sides");
        }
        this.shares = shares.clone();
        this.alpha = alpha;
        this.sides = sides;
    }

    /** Looks at even distances. */
    public static double[] even(int looks) {
        double[] shares = new double[looks];
        Arrays.setAll(shares, look -> (look + 1.0) / looks);
        return shares;
    }

    /**
     * The boundaries of Wang and Tsiatis 1987: C · t^(δ − ½), of which δ = ½ are Pocock's and δ = 0 O'Brien and Fleming's.
     */
    public double[] wangTsiatis(double delta) {
        IntToDoubleFunction shape = look -> Math.pow(shares[look] / shares[shares.length - 1], delta - 0.5);
        double scale = root(0.5, FAR, scaled -> crossing(bounds(shape, scaled)) - alpha);
        return bounds(shape, scale);
    }

    private double[] bounds(IntToDoubleFunction shape, double scale) {
        double[] bounds = new double[shares.length];
        Arrays.setAll(bounds, look -> scale * shape.applyAsDouble(look));
        return bounds;
    }

    private double crossing(double[] bounds) {
        return spent(bounds)[shares.length - 1];
    }

    /** The level that boundaries have spent until each look, both sides together. */
    public double[] spent(double[] bounds) {
        Crossing crossing = new Crossing(sides, FAR);
        double[] spent = new double[shares.length];
        double sum = 0;
        for (int look = 0; look < shares.length; look++) {
            sum += sides * crossing.at(shares[look], bounds[look]);
            spent[look] = sum;
            crossing.pass(shares[look], bounds[look]);
        }
        return spent;
    }

    /** The boundaries that spend the level by this function. */
    public double[] spending(Spending spending) {
        Crossing crossing = new Crossing(sides, FAR);
        double[] bounds = new double[shares.length];
        double spent = 0;
        for (int look = 0; look < shares.length; look++) {
            double share = shares[look];
            double until = spending.at(share, alpha / sides);
            double more = until - spent;
            bounds[look] = root(-FAR, FAR, bound -> crossing.at(share, bound) - more);
            crossing.pass(share, bounds[look]);
            spent = until;
        }
        return bounds;
    }

    /** Of a function that falls. */
    private static double root(double from, double to, DoubleUnaryOperator falling) {
        double low = from;
        double high = to;
        for (int step = 0; step < STEPS && high - low > 1e-14; step++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
