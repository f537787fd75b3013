/**
 * Whether coupons move a person. The share of purchases made with one, drawn towards the share of all customers as far as the person's own
 * purchases are few.
 */
@NullMarked
package dev.aisle.algorithms.customers.coupon;

import org.jspecify.annotations.NullMarked;
