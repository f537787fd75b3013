package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.likelihood.MaximumLikelihood;
import java.util.function.Function;

/**
 * A model fitted to a population by maximum likelihood.
 *
 * @param <M> which model
 * @param model its parameters, and what follows from them
 * @param logLikelihood of all customers, at the maximum
 * @param customers how many
 */
public record LifetimeFit<M extends LifetimeModel>(M model, double logLikelihood, long customers) {
    /** Above so many different customers the search begins on that many of them and ends on all. */
    private static final int FIRST_ROWS = 20_000;

    private static final double FAR = 1;
    private static final double NEAR = 0.05;

    /** BG/NBD. */
    public static LifetimeFit<BetaGeometric> bgNbd(PurchaseHistories histories) {
        return betaGeometric(false, 1, histories);
    }

    /** MBG/NBD. */
    public static LifetimeFit<BetaGeometric> mbgNbd(PurchaseHistories histories) {
        return betaGeometric(true, 1, histories);
    }

    /**
     * (M)BG/CNBD-k with a given regularity; k of 1 is (M)BG/NBD.
     *
     * @param modified true for MBG
     * @param k 1 to 20
     */
    public static LifetimeFit<BetaGeometric> betaGeometric(boolean modified, int k, PurchaseHistories histories) {
        double scale = scale(histories);
        return fit(
                histories,
                new double[] {1, k * scale, 1, 2},
                p -> new BetaGeometric(modified, k, p[0], p[1], p[2], p[3]));
    }

    /** Pareto/NBD. */
    public static LifetimeFit<ParetoNbd> paretoNbd(PurchaseHistories histories) {
        double scale = scale(histories);
        return fit(histories, new double[] {1, scale, 1, scale}, p -> new ParetoNbd(p[0], p[1], p[2], p[3]));
    }

    /** NBD. */
    public static LifetimeFit<Nbd> nbd(PurchaseHistories histories) {
        return fit(histories, new double[] {1, scale(histories)}, p -> new Nbd(p[0], p[1]));
    }

    private static double scale(PurchaseHistories histories) {
        double age = histories.meanAge();
        if (!(age > 0)) {
            throw new IllegalArgumentException("T: expected some time since the first purchases, was none");
        }
        return age / 4;
    }

    private static <M extends LifetimeModel> LifetimeFit<M> fit(
            PurchaseHistories histories, double[] start, Function<double[], M> model) {
        PurchaseHistories few = histories.thinned(FIRST_ROWS);
        double[] at = MaximumLikelihood.of(p -> Likelihood.of(model.apply(p), few), start, FAR);
        if (few != histories) {
            at = MaximumLikelihood.of(p -> Likelihood.of(model.apply(p), histories), at, NEAR);
        }
        M fitted = model.apply(at);
        return new LifetimeFit<>(fitted, Likelihood.of(fitted, histories), histories.customers());
    }
}
