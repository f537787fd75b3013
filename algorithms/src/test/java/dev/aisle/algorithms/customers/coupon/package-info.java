/** Simulated customers whose inclination is known. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.customers.coupon;
