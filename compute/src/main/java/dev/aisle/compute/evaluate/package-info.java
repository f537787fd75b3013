/**
 * {@code ./aisle evaluate}: recommenders side by side on the same split of the same data. The numbers come with their intervals, as a table, as
 * JSON and as a page.
 */
@NullMarked
package dev.aisle.compute.evaluate;

import org.jspecify.annotations.NullMarked;
