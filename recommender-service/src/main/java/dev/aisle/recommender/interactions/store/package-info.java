/**
 * Interactions and exposures in PostgreSQL. A person's history is one indexed query.
 */
@NullMarked
package dev.aisle.recommender.interactions.store;

import org.jspecify.annotations.NullMarked;
