/**
 * Trains, evaluates and swaps models. One training runs at a time.
 */
@NullMarked
package dev.aisle.recommender.models.usecase;

import org.jspecify.annotations.NullMarked;
