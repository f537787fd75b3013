/** Thresholds and subtractions. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.disclosure;
