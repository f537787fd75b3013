/** Learning to rank: from lists that were shown, and what followed, to one score a candidate. */
@NullMarked
package dev.aisle.algorithms.ranking;

import org.jspecify.annotations.NullMarked;
