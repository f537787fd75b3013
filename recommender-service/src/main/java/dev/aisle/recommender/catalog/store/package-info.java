/**
 * The catalogue in PostgreSQL and its copy in memory. The copy answers requests, the table survives.
 */
@NullMarked
package dev.aisle.recommender.catalog.store;

import org.jspecify.annotations.NullMarked;
