/**
 * Starts the process that trains, and says why it ended. The process has no credentials and reaches nothing but the service that started it.
 */
@NullMarked
package dev.aisle.recommender.models.trainer.store;

import org.jspecify.annotations.NullMarked;
