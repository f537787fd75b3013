/**
 * Greatest inner products with the rows of a large matrix: all rows, rows as bytes, and cells of like rows of which only some are looked
 * at. No framework, no I/O; for any number of threads.
 */
@NullMarked
package dev.aisle.algorithms.nearest;

import org.jspecify.annotations.NullMarked;
