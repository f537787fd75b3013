package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.Estimate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a customer will still bring: purchases of each month times the expected amount, discounted monthly.
 *
 * @param purchases how often
 * @param spend how much
 * @param months how many months are looked at, 1 to 1200
 * @param monthlyDiscount such as 0.01; ≥ 0
 * @param unitsPerMonth length of a month in the unit of the histories, such as {@link #WEEKS} or {@link #DAYS}
 */
public record CustomerValue(
        LifetimeModel purchases, GammaGamma spend, int months, double monthlyDiscount, double unitsPerMonth) {
    /** Weeks of a month, as the Python library lifetimes has it. */
    public static final double WEEKS = 4.345;

    /** Days of a month, as there. */
    public static final double DAYS = 30;

    private static final int MOST_MONTHS = 1200;
    private static final int FEWEST_DRAWS = 100;

    /** @throws IllegalArgumentException when a number is out of range */
    public CustomerValue {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months: expected 1 to " + MOST_MONTHS + ", was " + months);
        }
        if (!(monthlyDiscount >= 0) || !Double.isFinite(monthlyDiscount)) {
            throw new IllegalArgumentException("monthly_discount: expected ≥ 0, was " + monthlyDiscount);
        }
        LifetimeModel.checkPositive("unitsPerMonth", unitsPerMonth);
    }

    /**
     * The expected value: {@code Σ_m E(purchases of month m)·E(amount) / (1 + discount)^m}.
     *
     * @param z mean amount of the repeats, ≥ 0; no matter when there is none
     */
    public double expected(PurchaseHistory history, double z) {
        double sum = 0;
        double before = 0;
        for (int month = 1; month <= months; month++) {
            double until = purchases.expectedPurchases(history, month * unitsPerMonth);
            sum += (until - before) / Math.pow(1 + monthlyDiscount, month);
            before = until;
        }
        return spend.spend(history.repeats(), z) * sum;
    }

    /**
     * The expected value with an interval of what will really come, from the posterior predictive distribution: rate, dropout and
     * mean amount are drawn from the customer's posterior, then purchases and amounts.
     *
     * @param level of the interval, such as 0.9
     * @param draws ≥ 100; the ends of a 90 % interval come from the 5 % of draws on either side
     * @param seed the same seed gives the same interval
     */
    public Estimate forecast(PurchaseHistory history, double z, double level, int draws, long seed) {
        Estimate.checkLevel(level);
        if (draws < FEWEST_DRAWS) {
            throw new IllegalArgumentException("draws: expected " + FEWEST_DRAWS + " or more, was " + draws);
        }
        double[] sums = sums(history, z, draws, new SplittableRandom(seed));
        Arrays.sort(sums);
        double rest = (1 - level) / 2;
        int low = (int) Math.floor(rest * draws);
        return new Estimate(expected(history, z), sums[low], sums[draws - 1 - low], level);
    }

    private double[] sums(PurchaseHistory history, double z, int draws, SplittableRandom random) {
        double[] ends = new double[months];
        double[] factors = new double[months];
        for (int month = 0; month < months; month++) {
            ends[month] = (month + 1) * unitsPerMonth;
            factors[month] = Math.pow(1 + monthlyDiscount, -(month + 1));
        }
        FutureDraws futures = purchases.draws(history, random);
        long[] bought = new long[months];
        double[] sums = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            futures.draw(ends, bought);
            double rate = spend.drawRate(history.repeats(), z, random);
            for (int month = 0; month < months; month++) {
                sums[draw] += factors[month] * spend.drawSum(bought[month], rate, random);
            }
        }
        return sums;
    }
}
