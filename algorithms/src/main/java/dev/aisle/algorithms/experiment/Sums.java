package dev.aisle.algorithms.experiment;

/**
 * A metric of an arm: all that is needed of it, so that shards merge in any order with one result. Of a yes or no both sums are the number of yes.
 *
 * @param n people, also those with 0
 * @param sum Σx
 * @param squares Σx²
 */
public record Sums(long n, double sum, double squares) {
    /** Of nobody. */
    public static final Sums NONE = new Sums(0, 0, 0);

    /** @throws IllegalArgumentException when these can't be sums of n numbers */
    public Sums {
        if (n < 0 || !Double.isFinite(sum) || !(squares >= 0) || (n == 0 && (sum != 0 || squares != 0))) {
            throw new IllegalArgumentException("sums: expected n ≥ 0, a finite sum and squares ≥ 0");
        }
    }

    /** Of so many people of whom some said yes. */
    public static Sums ofYes(long n, long yes) {
        return new Sums(n, (double) yes, (double) yes);
    }

    /** Together with another shard or group. */
    public Sums plus(Sums other) {
        return new Sums(n + other.n, sum + other.sum, squares + other.squares);
    }

    /** NaN of nobody. */
    public double mean() {
        return sum / n;
    }

    /** Of the sample; NaN of fewer than two. */
    public double variance() {
        return n < 2 ? Double.NaN : Math.max(0, squares - sum * sum / n) / (n - 1);
    }
}
