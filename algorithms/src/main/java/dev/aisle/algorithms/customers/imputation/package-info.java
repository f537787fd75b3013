/**
 * What stands in for values that are missing. NaN is missing; every value that comes out carries the method that it is from, so
 * that nobody takes a filled one for one that was seen.
 *
 * <p>Leaving rows out, and filling with one number, are right only when what is missing is missing by chance alone; one number also makes
 * everything look surer than it is. Chained equations fill several times from what the other columns say, and
 * {@link dev.aisle.algorithms.customers.imputation.RubinPool} puts what was computed from each filling together, with the uncertainty of
 * the filling in it.
 */
@NullMarked
package dev.aisle.algorithms.customers.imputation;

import org.jspecify.annotations.NullMarked;
