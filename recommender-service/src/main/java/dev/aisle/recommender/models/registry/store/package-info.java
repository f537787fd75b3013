/**
 * The tables of models, their history and their replicas. The history is never changed.
 */
@NullMarked
package dev.aisle.recommender.models.registry.store;

import org.jspecify.annotations.NullMarked;
