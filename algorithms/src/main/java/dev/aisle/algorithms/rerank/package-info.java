/**
 * Puts a list of candidates into another order: unlike each other, within caps and floors, after somebody's taste, with a little chance. Knows
 * neither products nor people, only numbers of candidates from 0 on, the best first.
 */
@NullMarked
package dev.aisle.algorithms.rerank;

import org.jspecify.annotations.NullMarked;
