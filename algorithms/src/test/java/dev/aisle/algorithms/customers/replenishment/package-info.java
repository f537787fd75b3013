/** Simulated buyers whose next purchase is known. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.customers.replenishment;
