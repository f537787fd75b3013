/**
 * What an experiment's arms say of each other. Sums in, estimates with their intervals out.
 */
@NullMarked
package dev.aisle.algorithms.experiment;

import org.jspecify.annotations.NullMarked;
