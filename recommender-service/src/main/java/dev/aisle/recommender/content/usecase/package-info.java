/**
 * Keeps the points of products current and finds the nearest ones.
 */
@NullMarked
package dev.aisle.recommender.content.usecase;

import org.jspecify.annotations.NullMarked;
