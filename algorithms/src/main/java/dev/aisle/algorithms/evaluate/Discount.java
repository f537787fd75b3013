package dev.aisle.algorithms.evaluate;

/** How much less a hit counts the lower it stands. */
public enum Discount {
    /** {@code 1 / log2(rank + 1)}. */
    LOGARITHMIC {
        @Override
        public double at(int rank) {
            return Math.log(2) / Math.log(rank + 2.0);
        }
    },
    /**
     * {@code 1 / max(1, log2 rank)}.
     *
     * @see <a href="https://doi.org/10.1145/582415.582418">Järvelin, Kekäläinen 2002, with base 2</a>
     */
    JARVELIN {
        @Override
        public double at(int rank) {
            return Math.min(1, Math.log(2) / Math.log(rank + 1.0));
        }
    };

    /**
     * The weight of a place.
     *
     * @param rank counted from 0, unlike in the formulas
     */
    public abstract double at(int rank);
}
