package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.recommend.Progress;

/** Rests after each step of a fit, so that it takes a share of one processor only and the requests meanwhile get the rest. Of one thread. */
public final class Paced implements Progress {
    private final double share;
    private long since = System.nanoTime();

    /**
     * A pace.
     *
     * @param share of the time that is worked, 0 to 1, &gt; 0
     */
    public Paced(double share) {
        this.share = share;
    }

    @Override
    public boolean goOn(int done, int total) {
        long worked = System.nanoTime() - since;
        try {
            Thread.sleep((long) (worked / 1e6 * (1 / share - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        since = System.nanoTime();
        return true;
    }
}
