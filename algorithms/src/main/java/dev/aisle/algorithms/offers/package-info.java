/**
 * Who gets which offer under a budget. Incremental profit and expected cost in, choices and a bound of what was possible out.
 */
@NullMarked
package dev.aisle.algorithms.offers;

import org.jspecify.annotations.NullMarked;
