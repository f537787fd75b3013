package dev.aisle.algorithms.experiment;

/**
 * A test that holds at every look: an asymptotic confidence sequence.
 *
 * @see <a href="https://arxiv.org/abs/2103.06476">Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas: Time-uniform central limit theory</a>, (9), (134), (155)
 */
public final class ConfidenceSequence {
    private final double alpha;
    private final double rho2;
    private final Alternative alternative;

    /**
     * A test.
     *
     * @param alpha how often an effect may be found where there is none, at any look, in (0, 1)
     * @param tuning units after which the interval is to be tightest, above 0
     */
    public ConfidenceSequence(double alpha, double tuning, Alternative alternative) {
        this.alpha = alpha;
        this.alternative = alternative;
        this.rho2 = rho2(alternative == Alternative.TWO_SIDED ? alpha : 2 * alpha, tuning);
    }

    private static double rho2(double alpha, double tuning) {
        double twice = -2 * Math.log(alpha);
        return (twice + Math.log(twice + 1)) / tuning;
    }

    /**
     * Tests an effect.
     *
     * @param n units of both arms so far
     */
    public Verdict of(Effect effect, long n) {
        return Verdict.around(effect.value(), reach((double) n) * effect.error(), alternative, p(effect, n));
    }

    /** How many standard errors the interval reaches. */
    double reach(double n) {
        double grown = n * rho2 + 1;
        double evidence = alternative == Alternative.TWO_SIDED
                ? Math.log(Math.sqrt(grown) / alpha)
                : Math.log1p(Math.sqrt(grown) / (2 * alpha));
        return Math.sqrt(2 * grown / (n * rho2) * evidence);
    }

    private double p(Effect effect, long n) {
        double grown = n * rho2 + 1;
        double statistic = effect.value() / effect.error();
        double logEvidence = n * rho2 * statistic * statistic / (2 * grown) - Math.log(grown) / 2;
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, Math.exp(-logEvidence));
            case GREATER -> oneSided(statistic, n);
            case LESSER -> oneSided(-statistic, n);
        };
    }

    /** The least level, up to one half, whose interval leaves 0 out; its ρ moves with the level. */
    private double oneSided(double statistic, long n) {
        double low = 0;
        double high = 0.5;
        for (int step = 0; step < 60; step++) {
            double level = (low + high) / 2;
            if (statistic > reachOf(level, n)) {
                high = level;
            } else {
                low = level;
            }
        }
        return high;
    }

    private double reachOf(double level, long n) {
        double grown = n * rho2 + 1;
        return Math.sqrt(2 * grown / (n * rho2) * Math.log1p(Math.sqrt(grown) / (2 * level)));
    }
}
