package dev.aisle.algorithms.experiment;

/**
 * All that a comparison needs of a metric in an arm, sums over its units: x is a unit's value (of a ratio the numerator) and y the ratio's denominator, b and c
 * are what the same were before the experiment. What a metric hasn't is 0.
 *
 * @param n units, also those with 0
 */
public record ArmSums(
        long n,
        double x,
        double y,
        double b,
        double c,
        double xx,
        double yy,
        double bb,
        double cc,
        double xy,
        double xb,
        double xc,
        double yb,
        double yc,
        double bc) {
    /** Of nobody, or of nothing but zeros. */
    public static ArmSums zeros(long n) {
        return new ArmSums(n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The same sums over so many units: those that weren't added are 0. */
    public ArmSums over(long units) {
        return new ArmSums(units, x, y, b, c, xx, yy, bb, cc, xy, xb, xc, yb, yc, bc);
    }

    /** Together with another arm or shard. */
    public ArmSums plus(ArmSums o) {
        return new ArmSums(
                n + o.n, x + o.x, y + o.y, b + o.b, c + o.c, xx + o.xx, yy + o.yy, bb + o.bb, cc + o.cc, xy + o.xy,
                xb + o.xb, xc + o.xc, yb + o.yb, yc + o.yc, bc + o.bc);
    }

    /** The values alone. */
    public Sums values() {
        return new Sums(n, x, xx);
    }

    /** The values with what was before. */
    public CovariateSums covariate() {
        return new CovariateSums(values(), new Sums(n, b, bb), xb);
    }

    /** The metric as a ratio. */
    public RatioSums ratio() {
        return new RatioSums(values(), new Sums(n, y, yy), xy);
    }

    /** A mean beside what it was before. */
    public BeforeAfter mean() {
        if (n < 2) {
            return new BeforeAfter(n, n == 0 ? 0 : x / n, 0, 0, 0, 0);
        }
        return new BeforeAfter(n, x / n, central(xx, x, x), b / n, central(bb, b, b), central(xb, x, b));
    }

    /**
     * A ratio beside what it was before, by the delta method: the value of a unit is its part of the ratio's error, (x − r·y) / ȳ.
     *
     * @return a mean and variance of 0 where the denominator is; nothing before where there was none
     */
    public BeforeAfter shares() {
        if (n < 2 || y == 0) {
            return new BeforeAfter(n, 0, 0, 0, 0, 0);
        }
        double r = x / y;
        double now =
                Math.max(0, linear(central(xx, x, x), central(xy, x, y), central(xy, x, y), central(yy, y, y), r, r));
        if (c == 0) {
            return new BeforeAfter(n, r, now / squared(y / n), 0, 0, 0);
        }
        double s = b / c;
        double then =
                Math.max(0, linear(central(bb, b, b), central(bc, b, c), central(bc, b, c), central(cc, c, c), s, s));
        double both = linear(central(xb, x, b), central(xc, x, c), central(yb, y, b), central(yc, y, c), r, s);
        return new BeforeAfter(n, r, now / squared(y / n), s, then / squared(c / n), both / (y / n * (c / n)));
    }

    /** Cov(p − r·q, u − s·v) of Cov(p, u), Cov(p, v), Cov(q, u), Cov(q, v). */
    private static double linear(double pu, double pv, double qu, double qv, double r, double s) {
        return pu - s * pv - r * qu + r * s * qv;
    }

    private double central(double products, double one, double other) {
        return (products - one * other / n) / (n - 1);
    }

    private static double squared(double value) {
        return value * value;
    }
}
