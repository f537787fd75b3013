package dev.aisle.algorithms.federated;

/** Shortens what is too long. */
final class Clip {
    private Clip() {}

    /** Sum of squares. */
    static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /**
     * By how much to multiply a vector whose norm is to be at most {@code most}; below 1 only where it is longer.
     *
     * @throws ArithmeticException when the norm isn't finite
     */
    static double factor(double square, double most) {
        if (!Double.isFinite(square)) {
            throw new ArithmeticException("what a person adds isn't finite: a weight or a factor is out of range");
        }
        return square <= most * most ? 1 : most / Math.sqrt(square);
    }
}
