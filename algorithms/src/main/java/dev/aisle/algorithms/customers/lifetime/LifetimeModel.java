package dev.aisle.algorithms.customers.lifetime;

import java.util.random.RandomGenerator;

/**
 * A population of customers who buy at their own rate and, except in {@link Nbd}, leave at some unseen moment. Times are in the unit of
 * the histories that it was fitted on.
 */
public sealed interface LifetimeModel permits BetaGeometric, ParetoNbd, Nbd {
    /** The logarithm of the likelihood of a customer's purchase times, without factors that no parameter changes. */
    double logLikelihood(PurchaseHistory history);

    /** The probability that the customer hasn't left. */
    double alive(PurchaseHistory history);

    /** The probability that the customer has left. */
    default double churned(PurchaseHistory history) {
        return 1 - alive(history);
    }

    /**
     * Purchases expected in the next {@code t}.
     *
     * @param t finite and ≥ 0
     * @throws IllegalArgumentException when {@code t} isn't
     */
    double expectedPurchases(PurchaseHistory history, double t);

    /** A newcomer's expected repeat purchases in the first {@code t}. */
    default double expectedPurchases(double t) {
        return expectedPurchases(PurchaseHistory.NEWCOMER, t);
    }

    /**
     * Purchases expected in all the future, each worth {@code e^(−rate·time)}: DERT. With CE(y) the purchases expected until y it
     * is {@code ∫ rate·e^(−rate·y)·CE(y) dy}, by parts.
     *
     * @param rate continuous discount a unit of time, &gt; 0
     * @throws IllegalArgumentException when the rate isn't positive and finite
     */
    default double discountedPurchases(PurchaseHistory history, double rate) {
        if (!(rate > 0) || !Double.isFinite(rate)) {
            throw new IllegalArgumentException("d: expected a discount rate above 0, was " + rate);
        }
        return Quadrature.overHalfLine(s -> Math.exp(-s) * expectedPurchases(history, s / rate));
    }

    /** Draws of what one customer will do, from the posterior of rate and dropout. */
    FutureDraws draws(PurchaseHistory history, RandomGenerator random);

    /** Checks a horizon. */
    static void checkHorizon(double t) {
        if (!(t >= 0) || !Double.isFinite(t)) {
            throw new IllegalArgumentException("t: expected a finite time ≥ 0, was " + t);
        }
    }

    /** Checks a parameter. */
    static void checkPositive(String name, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": expected a finite number > 0, was " + value);
        }
    }
}
