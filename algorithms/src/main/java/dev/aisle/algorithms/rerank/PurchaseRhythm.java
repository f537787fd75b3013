package dev.aisle.algorithms.rerank;

import java.util.Arrays;

/**
 * When one person's purchases of one thing ask for the next. The mean gap between purchase days is taken as the rhythm; nothing is due before
 * four fifths of it, everything is at it, and after three times as long the habit is taken as over. It is the person's own count alone; a fit over
 * all customers is {@link dev.aisle.algorithms.customers.replenishment.Replenishment}.
 *
 * @param meanGapDays &gt; 0
 * @param gaps how many it is the mean of, ≥ 1
 */
public record PurchaseRhythm(double meanGapDays, int gaps) {
    private static final double EARLY = 0.8;
    private static final double LATE = 2;
    private static final double OVER = 3;

    /** A rhythm that isn't one. */
    public static final PurchaseRhythm NONE = new PurchaseRhythm(Double.POSITIVE_INFINITY, 0);

    /** Of the days of purchases, in any order; two on a day are one. {@link #NONE} with fewer than two days. */
    public static PurchaseRhythm of(long[] days) {
        long[] each = Arrays.stream(days).sorted().distinct().toArray();
        return each.length < 2
                ? NONE
                : new PurchaseRhythm((double) (each[each.length - 1] - each[0]) / (each.length - 1), each.length - 1);
    }

    /** How much it is due so many days after the last purchase: 0 to 1. */
    public double due(double ageDays) {
        double gapsPassed = ageDays / meanGapDays;
        if (gaps == 0 || gapsPassed < EARLY || gapsPassed >= OVER) {
            return 0;
        }
        double rising = (gapsPassed - EARLY) / (1 - EARLY);
        double falling = (OVER - gapsPassed) / (OVER - LATE);
        return Math.min(1, Math.min(rising, falling));
    }
}
