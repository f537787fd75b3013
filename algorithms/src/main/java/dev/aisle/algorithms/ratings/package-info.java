/**
 * What somebody would rate an item: neighbourhoods and matrix factorisation over ratings that were given. What wasn't rated is
 * unknown, not zero. A rating is the weight of an interaction, &gt; 0.
 */
@NullMarked
package dev.aisle.algorithms.ratings;

import org.jspecify.annotations.NullMarked;
