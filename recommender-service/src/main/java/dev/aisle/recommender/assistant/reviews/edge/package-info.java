/** Reviews over REST. */
@NullMarked
package dev.aisle.recommender.assistant.reviews.edge;

import org.jspecify.annotations.NullMarked;
