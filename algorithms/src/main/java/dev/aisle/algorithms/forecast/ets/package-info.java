/**
 * Exponential smoothing as state space models (error, trend, season), chosen by AICc as R's forecast package chooses.
 * The equations are those of Hyndman, Koehler, Ord and Snyder 2008.
 */
@NullMarked
package dev.aisle.algorithms.forecast.ets;

import org.jspecify.annotations.NullMarked;
