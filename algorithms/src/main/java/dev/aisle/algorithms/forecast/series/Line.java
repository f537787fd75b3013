package dev.aisle.algorithms.forecast.series;

/**
 * A straight line through values at 1, 2, 3, … by least squares.
 *
 * @param intercept value at 0
 * @param slope change per step; 0 through a single value
 */
public record Line(double intercept, double slope) {
    /** Through the first {@code length} values, ≥ 1. */
    public static Line through(double[] values, int length) {
        double middle = (length + 1) / 2.0;
        double mean = 0;
        for (int i = 0; i < length; i++) {
            mean += values[i] / length;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < length; i++) {
            double x = i + 1 - middle;
            covariance += x * (values[i] - mean);
            variance += x * x;
        }
        double slope = variance > 0 ? covariance / variance : 0;
        return new Line(mean - slope * middle, slope);
    }

    /** Its value. */
    public double at(double x) {
        return intercept + slope * x;
    }
}
