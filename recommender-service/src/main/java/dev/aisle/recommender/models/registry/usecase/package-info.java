/**
 * Enters, moves and describes models. One mover at a time in all instances.
 */
@NullMarked
package dev.aisle.recommender.models.registry.usecase;

import org.jspecify.annotations.NullMarked;
