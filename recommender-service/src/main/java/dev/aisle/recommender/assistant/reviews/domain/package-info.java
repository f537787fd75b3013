/** What reviews say of a product, aspect by aspect. */
@NullMarked
package dev.aisle.recommender.assistant.reviews.domain;

import org.jspecify.annotations.NullMarked;
