package dev.aisle.algorithms.offers;

import java.util.Arrays;

/**
 * How people respond to offers, as a mixture of classes: a share of the people each, who buy with one chance an arm. What a person does
 * without an offer says which class it may be, and so what an offer would do to it; a person of whom little is known gets about the
 * average. Uplift of a person is the difference of two arms. Fitted by expectation-maximisation from a fixed start, hence repeatable.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">Dempster, Laird, Rubin 1977</a>
 */
public final class ResponseClasses {
    private static final double[] BASES = {0.1, 0.35, 0.65, 0.9};
    private static final double[] SHIFTS = {-0.2, 0, 0.2};
    private static final int CLASSES = BASES.length * SHIFTS.length;
    private static final int MOST_ROUNDS = 500;
    private static final double CONVERGED = 1e-9;
    /** A class has seen half a purchase and half a visit without one of its own, so that no chance becomes 0 or 1. */
    private static final double PRIOR = 0.5;

    private final int arms;
    private final double[] share = new double[CLASSES];
    private final double[][] chance;

    private ResponseClasses(int arms) {
        this.arms = arms;
        this.chance = new double[CLASSES][arms];
        Arrays.fill(share, 1.0 / CLASSES);
        for (int k = 0; k < CLASSES; k++) {
            double base = BASES[k / SHIFTS.length];
            double offered = Math.clamp(base + SHIFTS[k % SHIFTS.length], 0.05, 0.95);
            Arrays.fill(chance[k], offered);
            chance[k][0] = base;
        }
    }

    /**
     * Fits.
     *
     * @throws IllegalArgumentException when an arm was never shown, of which nothing can be learned
     */
    public static ResponseClasses fit(OfferTrials trials) {
        checkShown(trials);
        ResponseClasses classes = new ResponseClasses(trials.arms());
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double likelihood = classes.improve(trials);
            if (likelihood - before < CONVERGED * Math.abs(likelihood)) {
                break;
            }
            before = likelihood;
        }
        return classes;
    }

    private static void checkShown(OfferTrials trials) {
        long[] total = new long[trials.arms()];
        for (int n = 0; n < trials.shown().length; n++) {
            total[n % trials.arms()] += trials.shown()[n];
        }
        for (int arm = 0; arm < total.length; arm++) {
            if (total[arm] == 0) {
                throw new IllegalArgumentException("arm " + arm + ": was never shown");
            }
        }
    }

    /** One step; the log-likelihood before it. */
    private double improve(OfferTrials trials) {
        double[] people = new double[CLASSES];
        double[][] shown = new double[CLASSES][arms];
        double[][] bought = new double[CLASSES][arms];
        double[] posterior = new double[CLASSES];
        double likelihood = 0;
        for (int person = 0; person < trials.people(); person++) {
            likelihood += posterior(trials, person, posterior);
            for (int k = 0; k < CLASSES; k++) {
                people[k] += posterior[k];
                for (int arm = 0; arm < arms; arm++) {
                    shown[k][arm] += posterior[k] * trials.shown()[person * arms + arm];
                    bought[k][arm] += posterior[k] * trials.bought()[person * arms + arm];
                }
            }
        }
        for (int k = 0; k < CLASSES; k++) {
            share[k] = people[k] / trials.people();
            for (int arm = 0; arm < arms; arm++) {
                chance[k][arm] = (bought[k][arm] + PRIOR) / (shown[k][arm] + 2 * PRIOR);
            }
        }
        return likelihood;
    }

    /** Puts in how likely each class is for a person; the logarithm of how likely the person's counts are. */
    private double posterior(OfferTrials trials, int person, double[] into) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < CLASSES; k++) {
            double sum = Math.log(share[k] + Double.MIN_NORMAL);
            for (int arm = 0; arm < arms; arm++) {
                int at = person * arms + arm;
                sum += trials.bought()[at] * Math.log(chance[k][arm])
                        + (trials.shown()[at] - trials.bought()[at]) * Math.log1p(-chance[k][arm]);
            }
            into[k] = sum;
            most = Math.max(most, sum);
        }
        double total = 0;
        for (int k = 0; k < CLASSES; k++) {
            into[k] = Math.exp(into[k] - most);
            total += into[k];
        }
        for (int k = 0; k < CLASSES; k++) {
            into[k] /= total;
        }
        return most + Math.log(total);
    }

    /**
     * The chance that each person buys, by arm.
     *
     * @return row-major {@code people × arms}
     */
    public double[] chances(OfferTrials trials) {
        double[] chances = new double[trials.people() * arms];
        double[] posterior = new double[CLASSES];
        for (int person = 0; person < trials.people(); person++) {
            posterior(trials, person, posterior);
            for (int k = 0; k < CLASSES; k++) {
                for (int arm = 0; arm < arms; arm++) {
                    chances[person * arms + arm] += posterior[k] * chance[k][arm];
                }
            }
        }
        return chances;
    }
}
