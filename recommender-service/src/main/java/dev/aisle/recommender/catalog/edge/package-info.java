/**
 * The catalogue topic and the catalogue's readiness. Reads bytes and decides nothing.
 */
@NullMarked
package dev.aisle.recommender.catalog.edge;

import org.jspecify.annotations.NullMarked;
