/**
 * Policies that learn while they choose: which arm is shown how often, as probabilities that can be logged.
 */
@NullMarked
package dev.aisle.algorithms.bandits;

import org.jspecify.annotations.NullMarked;
