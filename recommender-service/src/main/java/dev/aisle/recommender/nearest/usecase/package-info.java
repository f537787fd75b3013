/**
 * Builds indexes as the operator configured it.
 */
@NullMarked
package dev.aisle.recommender.nearest.usecase;

import org.jspecify.annotations.NullMarked;
