/**
 * Deep networks of the next item: their shapes, their weights, and what they score, in plain Java. Training is the business of whoever
 * implements {@link dev.aisle.algorithms.deep.NetworkTrainer}; a trained model needs nobody but this package.
 */
@NullMarked
package dev.aisle.algorithms.deep;

import org.jspecify.annotations.NullMarked;
