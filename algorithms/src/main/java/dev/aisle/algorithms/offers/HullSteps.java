package dev.aisle.algorithms.offers;

import java.util.Arrays;

/**
 * The steps along each customer's upper hull of (cost, value), from no offer up: whichever budget is given, the continuous optimum takes a
 * beginning of all steps sorted by value a unit of cost.
 */
final class HullSteps {
    private final OfferTable table;
    private final int[] hull;
    private final double[] slopes;

    private HullSteps(OfferTable table) {
        this.table = table;
        this.hull = new int[table.offers()];
        this.slopes = new double[table.offers()];
    }

    /**
     * The steps, best first. The low 32 bits of each say where in the table the offer stands to which the step leads; the high ones sort. A slope is
     * rounded to a float for sorting, which costs nothing of the bound: it holds at any price.
     */
    static long[] of(OfferTable table) {
        HullSteps steps = new HullSteps(table);
        long[] keys = new long[table.value().length];
        int count = 0;
        for (int customer = 0; customer < table.customers(); customer++) {
            int size = steps.hullOf(customer);
            for (int n = 0; n < size; n++) {
                long steepness = Float.floatToRawIntBits((float) steps.slopes[n]);
                int at = customer * table.offers() + steps.hull[n];
                keys[count++] = (Integer.MAX_VALUE - steepness) << Integer.SIZE | at;
            }
        }
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /** Puts the hull's offers and the slopes that lead to them into the arrays; how many there are. */
    private int hullOf(int customer) {
        int size = 0;
        int from = Allocation.NONE;
        for (int next = steepest(customer, from); next != Allocation.NONE; next = steepest(customer, from)) {
            hull[size] = next;
            slopes[size++] = slope(customer, from, next);
            from = next;
        }
        return size;
    }

    /** The offer to which the value climbs most a unit of cost; of equal slopes the farther one, so that no step lies on another's line. */
    private int steepest(int customer, int from) {
        int best = Allocation.NONE;
        double bestSlope = 0;
        for (int offer = 0; offer < table.offers(); offer++) {
            double gain = table.valueOf(customer, offer) - table.valueOf(customer, from);
            if (gain > 0 && table.costOf(customer, offer) >= table.costOf(customer, from)) {
                double slope = slope(customer, from, offer);
                boolean farther =
                        slope == bestSlope && gain > table.valueOf(customer, best) - table.valueOf(customer, from);
                if (slope > bestSlope || farther) {
                    best = offer;
                    bestSlope = slope;
                }
            }
        }
        return best;
    }

    /** Infinite where more value costs nothing. */
    private double slope(int customer, int from, int to) {
        return (table.valueOf(customer, to) - table.valueOf(customer, from))
                / (table.costOf(customer, to) - table.costOf(customer, from));
    }
}
