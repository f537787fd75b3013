package dev.aisle.algorithms.experiment;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * Whether units are split as planned, right at every look: the evidence of a Dirichlet mixture against the plan. The p-value never rises and the
 * intervals never widen.
 *
 * @see <a href="https://arxiv.org/abs/2011.03567">Lindon, Malek: Anytime-valid inference for multinomial count data</a>
 */
public final class SampleRatioWatch {
    private static final int STEPS = 80;

    private final double[] plan;
    private final double concentration;
    private final double limit;
    private final double[] units;
    private final double[] low;
    private final double[] high;
    private double p = 1;

    /**
     * Begins to watch.
     *
     * @param plan shares that sum to 1, each above 0
     * @param concentration how sharply small deviations are looked for, above 0; 10,000 finds a leak of one in a hundred soon
     * @param alpha how often a kept plan may be called broken, in (0, 1)
     */
    public SampleRatioWatch(double[] plan, double concentration, double alpha) {
        if (Arrays.stream(plan).anyMatch(share -> !(share > 0))
                || Math.abs(Arrays.stream(plan).sum() - 1) > 1e-9
                || !(concentration > 0)) {
            throw new IllegalArgumentException(
                    "plan: expected shares above 0 that sum to 1, and a concentration above 0");
        }
        this.plan = plan.clone();
        this.concentration = concentration;
        this.limit = -Math.log(alpha);
        this.units = new double[plan.length];
        this.low = new double[plan.length];
        this.high = new double[plan.length];
        Arrays.fill(high, 1);
    }

    /** Takes more units, one number an arm, and returns the p-value so far. */
    public double add(double... more) {
        for (int arm = 0; arm < units.length; arm++) {
            units[arm] += more[arm];
        }
        p = Math.min(p, Math.exp(-evidence(plan)));
        double all = Arrays.stream(units).sum();
        for (int arm = 0; all > 0 && arm < units.length; arm++) {
            double seen = units[arm] / all;
            low[arm] = Math.max(low[arm], edge(arm, seen, 0));
            high[arm] = Math.min(high[arm], edge(arm, seen, 1));
        }
        return p;
    }

    /** The p-value so far. */
    public double p() {
        return p;
    }

    /** Shares of each arm, [low, high], that no look has ruled out. */
    public double[][] intervals() {
        double[][] intervals = new double[units.length][];
        Arrays.setAll(intervals, arm -> new double[] {low[arm], high[arm]});
        return intervals;
    }

    /** The log of how much likelier the units are under the mixture around the plan than under these shares. */
    private double evidence(double[] shares) {
        double all = Arrays.stream(units).sum();
        double log = Gamma.logGamma(concentration) - Gamma.logGamma(concentration + all);
        for (int arm = 0; arm < units.length; arm++) {
            double before = concentration * plan[arm];
            log += Gamma.logGamma(before + units[arm]) - Gamma.logGamma(before);
            log -= units[arm] == 0 ? 0 : units[arm] * Math.log(shares[arm]);
        }
        return log;
    }

    /** By bisection between the share that was seen, which isn't ruled out, and an end of the range. */
    private double edge(int arm, double seen, double end) {
        double in = seen;
        double out = end;
        for (int step = 0; step < STEPS; step++) {
            double share = (in + out) / 2;
            if (evidence(bestWith(arm, share)) < limit) {
                in = share;
            } else {
                out = share;
            }
        }
        return (in + out) / 2;
    }

    /** The likeliest shares of which one is given. */
    private double[] bestWith(int arm, double share) {
        double others = Arrays.stream(units).sum() - units[arm];
        double[] shares = new double[units.length];
        Arrays.setAll(shares, other -> other == arm ? share : (1 - share) * (others == 0 ? 1 : units[other] / others));
        return shares;
    }
}
