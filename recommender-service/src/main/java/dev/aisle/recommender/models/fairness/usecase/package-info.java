/**
 * Makes the report on fairness of a training.
 */
@NullMarked
package dev.aisle.recommender.models.fairness.usecase;

import org.jspecify.annotations.NullMarked;
