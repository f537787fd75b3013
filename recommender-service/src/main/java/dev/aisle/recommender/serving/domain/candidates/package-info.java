/** Where candidates come from: each source gives a few products with scores, never a score of every product. */
@NullMarked
package dev.aisle.recommender.serving.domain.candidates;

import org.jspecify.annotations.NullMarked;
