/**
 * Differential privacy for counts: noise that is exact on its grid, how much of it a promise needs, and what a series of answers costs
 * together. The random numbers are the caller's.
 */
@NullMarked
package dev.aisle.algorithms.privacy.noise;

import org.jspecify.annotations.NullMarked;
