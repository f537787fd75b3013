/**
 * What is bought together: frequent sets of products and the rules between them, counted, not estimated.
 */
@NullMarked
package dev.aisle.algorithms.baskets;

import org.jspecify.annotations.NullMarked;
