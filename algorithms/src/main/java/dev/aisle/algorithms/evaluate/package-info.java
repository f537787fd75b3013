/**
 * Metrics of ranked lists, one definition each, stated at the metric. A metric that a case doesn't define is an outcome with a reason, never a
 * NaN.
 */
@NullMarked
package dev.aisle.algorithms.evaluate;

import org.jspecify.annotations.NullMarked;
