package dev.aisle.algorithms.offers;

/**
 * One choice a customer within the budget.
 *
 * @param choice per customer the offer from 0, or {@link #NONE}
 * @param value sum of the chosen values
 * @param cost sum of the chosen costs, at most the budget
 * @param upperBound no choice within the budget is worth more
 * @param exact whether this one is proven to be the best
 */
@SuppressWarnings("ArrayRecordComponent") // One int a customer, made here and handed over.
public record Allocation(int[] choice, double value, double cost, double upperBound, boolean exact) {
    /** The customer gets no offer. */
    public static final int NONE = -1;

    /** The share of the bound that was reached; 1 when there was nothing to gain. */
    public double shareOfBound() {
        return upperBound > 0 ? value / upperBound : 1;
    }

    static Allocation of(OfferTable table, int[] choice, double upperBound, boolean exact) {
        double value = 0;
        double cost = 0;
        for (int customer = 0; customer < choice.length; customer++) {
            value += table.valueOf(customer, choice[customer]);
            cost += table.costOf(customer, choice[customer]);
        }
        return new Allocation(choice, value, cost, Math.max(value, upperBound), exact);
    }
}
