/**
 * When something runs out: the time between a customer's purchases of a product or category, and the day the next one is due.
 *
 * <p>Gaps of one customer are gamma-distributed with a regularity k that all share (1 is pure chance, 10 a clock) and a rate of the
 * customer's own; the rates are gamma-distributed over the customers. So someone with two purchases borrows from all others, someone
 * with fifty does not. Per customer and product the state is a {@link dev.aisle.algorithms.customers.PurchaseSpan}: the gaps' number
 * and sum are enough. Only the fit, over all customers, also needs the sum of their logarithms.
 */
@NullMarked
package dev.aisle.algorithms.customers.replenishment;

import org.jspecify.annotations.NullMarked;
