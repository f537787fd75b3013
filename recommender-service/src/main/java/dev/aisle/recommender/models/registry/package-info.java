/**
 * Models, their states and which moves are allowed between them. At most one model serves.
 */
@NullMarked
package dev.aisle.recommender.models.registry;

import org.jspecify.annotations.NullMarked;
