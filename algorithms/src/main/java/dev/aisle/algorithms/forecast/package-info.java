/**
 * Demand of the near future and its seasons: the doors that services use, from a series of numbers to a method chosen on the
 * series' own past. The methods themselves lie in the packages below.
 */
@NullMarked
package dev.aisle.algorithms.forecast;

import org.jspecify.annotations.NullMarked;
