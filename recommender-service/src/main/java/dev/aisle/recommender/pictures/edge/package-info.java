/**
 * Encoders over REST, and the clock that follows them.
 */
@NullMarked
package dev.aisle.recommender.pictures.edge;

import org.jspecify.annotations.NullMarked;
