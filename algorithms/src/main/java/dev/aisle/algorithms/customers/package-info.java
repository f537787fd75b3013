/**
 * What a shop may expect of a customer, from the times and amounts of purchases alone: how many more and worth how much
 * ({@code lifetime}), which fifth of the customers and which stage ({@code rfm}), when something runs out ({@code replenishment}), at
 * which hour someone is there ({@code rhythm}), whether a coupon moves them ({@code coupon}), and what stands in for values that are
 * missing ({@code imputation}).
 *
 * <p>Population parameters are fitted over all customers at once; what is kept per person is a small record whose {@code add} and
 * {@code merge} are exact sums, minima and maxima of whole numbers, so that any order of events and of shards gives the same state.
 * Whatever is random takes a seed. Every uncertain answer is an {@link dev.aisle.algorithms.customers.Estimate} with an interval.
 */
@NullMarked
package dev.aisle.algorithms.customers;

import org.jspecify.annotations.NullMarked;
