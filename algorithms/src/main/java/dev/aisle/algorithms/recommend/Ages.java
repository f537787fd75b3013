package dev.aisle.algorithms.recommend;

/** How long ago interactions were, counted from the last one. */
final class Ages {
    private static final double DAY_MILLIS = 86_400_000d;

    private final Interactions train;
    private final long last;

    /** @throws IllegalArgumentException when it isn't known when the interactions happened */
    Ages(String algorithm, Interactions train) {
        if (!train.timesKnown()) {
            throw new IllegalArgumentException(algorithm + ": it isn't known when the interactions happened");
        }
        this.train = train;
        long latest = Long.MIN_VALUE;
        for (int p = 0; p < train.size(); p++) {
            latest = Math.max(latest, train.millis(p));
        }
        this.last = latest;
    }

    /** By item: {@code Σ_u 2^(−age / half-life)} over the people who took it. */
    double[] decayedPeople(double halfLifeDays) {
        double[] sums = new double[train.itemCount()];
        for (int p = 0; p < train.size(); p++) {
            sums[train.item(p)] += Math.pow(2, -((double) last - train.millis(p)) / DAY_MILLIS / halfLifeDays);
        }
        return sums;
    }
}
