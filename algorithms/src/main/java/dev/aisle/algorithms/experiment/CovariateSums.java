package dev.aisle.algorithms.experiment;

/**
 * A metric of an arm beside what the same units did before: CUPED needs no more.
 *
 * @param after of the experiment's time
 * @param before of the time before it, of the same n units
 * @param products Σ(after · before)
 */
public record CovariateSums(Sums after, Sums before, double products) {
    /** @throws IllegalArgumentException when the two times are of different numbers of units */
    public CovariateSums {
        if (after.n() != before.n() || !Double.isFinite(products)) {
            throw new IllegalArgumentException(
                    "covariate: expected the same units before and after, were " + before.n() + " and " + after.n());
        }
    }

    /** Together with another shard or arm. */
    public CovariateSums plus(CovariateSums other) {
        return new CovariateSums(after.plus(other.after), before.plus(other.before), products + other.products);
    }

    double covariance() {
        return after.n() < 2 ? 0 : (products - after.sum() * before.sum() / after.n()) / (after.n() - 1);
    }

    /** How much of the metric goes with what was before; 0 where nothing varied before. */
    public double slope() {
        double varied = after.n() < 2 ? 0 : before.variance();
        return varied == 0 ? 0 : covariance() / varied;
    }

    /** The arm beside what it was before. */
    public BeforeAfter arm() {
        Arm now = Arm.of(after);
        Arm then = Arm.of(before);
        return new BeforeAfter(now.n(), now.mean(), now.variance(), then.mean(), then.variance(), covariance());
    }

    /** The arm with what was before taken out. */
    public Arm adjusted(double slope) {
        return arm().adjusted(slope);
    }
}
