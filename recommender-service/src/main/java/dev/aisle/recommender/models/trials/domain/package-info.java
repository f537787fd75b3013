/**
 * What a model on trial did, counted. Counts of instances add up.
 */
@NullMarked
package dev.aisle.recommender.models.trials.domain;

import org.jspecify.annotations.NullMarked;
