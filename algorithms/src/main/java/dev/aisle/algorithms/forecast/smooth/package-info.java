/**
 * Forecasts by smoothing without a likelihood: Holt-Winters by least squares, Theta, Croston's family, and the benchmarks.
 * Every method answers short, constant and zero series with finite numbers or an error that names the field.
 */
@NullMarked
package dev.aisle.algorithms.forecast.smooth;

import org.jspecify.annotations.NullMarked;
