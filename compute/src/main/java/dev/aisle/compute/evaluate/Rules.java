package dev.aisle.compute.evaluate;

/**
 * What holds for all folds of a data set.
 *
 * @param wholeCatalogue whether items and people that train doesn't have belong to the catalogue; else it is train's
 * @param repeats whether what a person already has may be recommended and found again
 * @param order what is known about when things happened
 * @param rated whether weights are ratings
 * @param ageing how the weight of an entry falls with its age
 * @param gapMillis a longer pause begins a new session; {@link Long#MAX_VALUE} when a person is one session
 */
record Rules(boolean wholeCatalogue, boolean repeats, Order order, boolean rated, Ageing ageing, long gapMillis) {
    /** Neither order nor ratings nor age. */
    static Rules plain(boolean repeats) {
        return new Rules(true, repeats, Order.NONE, false, Ageing.NONE, Long.MAX_VALUE);
    }

    Rules withOrder() {
        return new Rules(wholeCatalogue, repeats, Order.PLACES, rated, ageing, gapMillis);
    }

    boolean ordered() {
        return order != Order.NONE;
    }
}
