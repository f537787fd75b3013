package dev.aisle.algorithms.customers.rfm;

/**
 * A population's bands of recency, frequency and money, with which one customer is scored without the others.
 *
 * @param recency bands of the days since the last purchase, few days scoring high
 * @param frequency bands of the number of purchase days
 * @param money bands of the sum spent
 */
public record RfmBands(ScoreBands recency, ScoreBands frequency, ScoreBands money) {
    /**
     * Quintiles of a population.
     *
     * @param recencyDays days since the last purchase, one a customer
     * @param frequencies purchase days
     * @param sums money spent
     */
    public static RfmBands of(double[] recencyDays, double[] frequencies, double[] sums) {
        return new RfmBands(
                ScoreBands.of(negated(recencyDays), ScoreBands.QUINTILES),
                ScoreBands.of(frequencies, ScoreBands.QUINTILES),
                ScoreBands.of(sums, ScoreBands.QUINTILES));
    }

    private static double[] negated(double[] days) {
        double[] negated = new double[days.length];
        for (int n = 0; n < days.length; n++) {
            negated[n] = 0 - days[n];
        }
        return negated;
    }

    /** A customer's scores. */
    public RfmScore score(double recencyDays, double purchaseDays, double sum) {
        return new RfmScore(recency.score(-recencyDays), frequency.score(purchaseDays), money.score(sum));
    }
}
