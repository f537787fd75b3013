/**
 * Asks shadows and canaries. Neither costs a visitor an answer.
 */
@NullMarked
package dev.aisle.recommender.models.trials.usecase;

import org.jspecify.annotations.NullMarked;
