/**
 * What comes next in a session: rules between items and neighbouring sessions. A session is a sequence of items, the oldest first;
 * scores of two models can't be compared.
 */
@NullMarked
package dev.aisle.algorithms.sequence;

import org.jspecify.annotations.NullMarked;
