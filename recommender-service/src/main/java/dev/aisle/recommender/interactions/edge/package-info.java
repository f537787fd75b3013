/**
 * The topics of events, exposures and erasures. Reads bytes, maps them and decides nothing.
 */
@NullMarked
package dev.aisle.recommender.interactions.edge;

import org.jspecify.annotations.NullMarked;
