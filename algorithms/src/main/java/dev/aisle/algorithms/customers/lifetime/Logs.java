package dev.aisle.algorithms.customers.lifetime;

/** Sums of numbers that are given as logarithms. */
final class Logs {
    private Logs() {}

    /** {@code log(eᵃ + eᵇ)} without overflow; minus infinity stands for zero. */
    static double sum(double a, double b) {
        double greater = Math.max(a, b);
        return greater == Double.NEGATIVE_INFINITY ? greater : greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
    }
}
