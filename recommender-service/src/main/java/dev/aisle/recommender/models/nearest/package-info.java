/**
 * Nearest rows of large matrices: exact for small ones, by a graph beyond.
 */
@NullMarked
package dev.aisle.recommender.models.nearest;

import org.jspecify.annotations.NullMarked;
