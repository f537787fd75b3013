/**
 * Evaluates toggles as Unleash does, so that a shop that comes from it keeps each person's variant.
 */
@NullMarked
package dev.aisle.algorithms.flags.unleash;

import org.jspecify.annotations.NullMarked;
