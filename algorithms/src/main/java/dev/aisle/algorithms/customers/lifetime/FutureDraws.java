package dev.aisle.algorithms.customers.lifetime;

/** Possible futures of one customer. */
@FunctionalInterface
public interface FutureDraws {
    /**
     * Draws one future.
     *
     * @param ends ends of the periods counted from now, ascending
     * @param into purchases in each period; overwritten
     */
    void draw(double[] ends, long[] into);
}
