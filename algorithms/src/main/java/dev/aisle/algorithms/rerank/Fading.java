package dev.aisle.algorithms.rerank;

/**
 * What is left of a score while something fades: {@code 1 − depth · 2^(−age / half-life)}. Used for what was seen a while ago.
 *
 * @param depth what is taken away at once, 0 to 1
 * @param halfLifeDays &gt; 0
 */
public record Fading(double depth, double halfLifeDays) {
    /** Checks the parameters. */
    public Fading {
        Orders.checkShare("depth", depth);
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("half-life: expected days > 0, was " + halfLifeDays);
        }
    }

    /** The factor of something that happened so many days ago; an age below zero counts as zero. */
    public double factor(double ageDays) {
        return 1 - depth * Math.pow(2, -Math.max(0, ageDays) / halfLifeDays);
    }
}
