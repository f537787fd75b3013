/** Pictures of products, and the encoders that make points of them, of which the nearest look alike. */
@NullMarked
package dev.aisle.recommender.search.pictures;

import org.jspecify.annotations.NullMarked;
