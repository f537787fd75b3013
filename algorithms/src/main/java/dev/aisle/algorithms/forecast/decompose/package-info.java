/**
 * A series taken apart into trend, seasons and remainder: STL, MSTL and the classical way by moving averages.
 * The numbers are those of the published Fortran of STL and of R's decompose.
 */
@NullMarked
package dev.aisle.algorithms.forecast.decompose;

import org.jspecify.annotations.NullMarked;
