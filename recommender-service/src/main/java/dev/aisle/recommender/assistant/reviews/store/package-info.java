/** The table of reviews. No author is kept. */
@NullMarked
package dev.aisle.recommender.assistant.reviews.store;

import org.jspecify.annotations.NullMarked;
