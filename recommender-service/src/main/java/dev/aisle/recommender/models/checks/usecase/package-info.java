/**
 * Checks before a training, with the limits of the configuration.
 */
@NullMarked
package dev.aisle.recommender.models.checks.usecase;

import org.jspecify.annotations.NullMarked;
