package dev.aisle.algorithms.customers.replenishment;

import java.util.ArrayList;
import java.util.List;

/** What the fit reads: each customer's gaps, and over all the sum of their logarithms. */
public final class GapSample {
    final List<GapHistory> customers = new ArrayList<>();
    double logSum;
    long gaps;

    /**
     * Adds one customer's purchases of one thing.
     *
     * @param days the purchase days in order, each once; with fewer than two the customer says nothing
     * @return this
     * @throws IllegalArgumentException when the days aren't ascending
     */
    public GapSample add(long[] days) {
        for (int n = 1; n < days.length; n++) {
            if (days[n] <= days[n - 1]) {
                throw new IllegalArgumentException("days: expected each once and in order");
            }
            logSum += Math.log((double) (days[n] - days[n - 1]));
        }
        if (days.length > 1) {
            gaps += days.length - 1;
            customers.add(new GapHistory(days.length - 1, days[days.length - 1] - days[0]));
        }
        return this;
    }

    /** Customers with a gap. */
    public int size() {
        return customers.size();
    }
}
