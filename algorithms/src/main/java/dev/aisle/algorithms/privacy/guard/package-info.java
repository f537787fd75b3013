/**
 * The guard of every count, sum and rate that a person without access to single profiles may read: noise that stays with a question,
 * a threshold, and a budget of new answers a day.
 */
@NullMarked
package dev.aisle.algorithms.privacy.guard;

import org.jspecify.annotations.NullMarked;
