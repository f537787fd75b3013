/**
 * Trainings and the current model over REST, and the clock that starts trainings. Only operators may.
 */
@NullMarked
package dev.aisle.recommender.models.edge;

import org.jspecify.annotations.NullMarked;
