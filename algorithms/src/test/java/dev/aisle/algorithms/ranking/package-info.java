/** Tests of learning to rank. */
@NullMarked
package dev.aisle.algorithms.ranking;

import org.jspecify.annotations.NullMarked;
