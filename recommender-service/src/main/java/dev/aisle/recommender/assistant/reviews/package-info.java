/** What reviews say of a product, aspect by aspect. */
@NullMarked
package dev.aisle.recommender.assistant.reviews;

import org.jspecify.annotations.NullMarked;
