/** Fifths of CDNOW, and stages that come true in its holdout. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.customers.rfm;
