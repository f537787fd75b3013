/**
 * What items are: their attributes and their words as sparse rows, and recommenders that know items by them. So an item that nobody took yet has
 * a score, and an explanation names what it has in common with what somebody took.
 */
@NullMarked
package dev.aisle.algorithms.content;

import org.jspecify.annotations.NullMarked;
