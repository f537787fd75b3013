/**
 * What all methods of forecasting share: the series, the forecast with its intervals, the errors of one.
 * Nothing here knows a method.
 */
@NullMarked
package dev.aisle.algorithms.forecast.series;

import org.jspecify.annotations.NullMarked;
