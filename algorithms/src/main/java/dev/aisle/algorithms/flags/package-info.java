/**
 * Assignment of units to variations. Deterministic: the same seed and unit always land in the same place.
 */
@NullMarked
package dev.aisle.algorithms.flags;

import org.jspecify.annotations.NullMarked;
