/** Answers out of the shop's systems: products, orders, coupons, reviews and the person's own data. */
@NullMarked
package dev.aisle.assistant.tools;

import org.jspecify.annotations.NullMarked;
