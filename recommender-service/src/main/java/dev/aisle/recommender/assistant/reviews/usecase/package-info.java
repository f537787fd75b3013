/** Keeps reviews and sums them up. */
@NullMarked
package dev.aisle.recommender.assistant.reviews.usecase;

import org.jspecify.annotations.NullMarked;
