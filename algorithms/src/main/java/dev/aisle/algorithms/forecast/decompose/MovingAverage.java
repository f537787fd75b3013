package dev.aisle.algorithms.forecast.decompose;

/** Means of so many successive values. */
final class MovingAverage {
    private MovingAverage() {}

    /** Of the first {@code n} values; writes {@code n − window + 1} means. */
    static void of(double[] values, int n, int window, double[] into) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            sum += values[t];
            if (t >= window) {
                sum -= values[t - window];
            }
            if (t >= window - 1) {
                into[t - window + 1] = sum / window;
            }
        }
    }
}
