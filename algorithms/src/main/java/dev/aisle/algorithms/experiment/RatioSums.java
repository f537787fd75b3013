package dev.aisle.algorithms.experiment;

/**
 * A metric that is one sum over another, such as revenue per order, where units are people.
 *
 * @param numerator of the same n units
 * @param denominator of the same n units
 * @param products Σ(numerator · denominator)
 */
public record RatioSums(Sums numerator, Sums denominator, double products) {
    /** @throws IllegalArgumentException when the two are of different numbers of units */
    public RatioSums {
        if (numerator.n() != denominator.n() || !Double.isFinite(products)) {
            throw new IllegalArgumentException("ratio: expected numerator and denominator of the same units, were "
                    + numerator.n() + " and " + denominator.n());
        }
    }

    /** Together with another shard. */
    public RatioSums plus(RatioSums other) {
        return new RatioSums(
                numerator.plus(other.numerator), denominator.plus(other.denominator), products + other.products);
    }

    /** The arm by the delta method; mean and variance are 0 when the denominator is. */
    public Arm arm() {
        Arm above = Arm.of(numerator);
        Arm below = Arm.of(denominator);
        if (below.mean() == 0 || above.n() < 2) {
            return new Arm(above.n(), 0, 0);
        }
        double covariance = (products - numerator.sum() * denominator.sum() / above.n()) / (above.n() - 1);
        double ratio = above.mean() / below.mean();
        double variance = (above.variance() - 2 * ratio * covariance + ratio * ratio * below.variance())
                / (below.mean() * below.mean());
        return new Arm(above.n(), ratio, Math.max(0, variance));
    }
}
