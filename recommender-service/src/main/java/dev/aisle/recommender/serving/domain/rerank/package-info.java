/** From an order of candidates to the list that is shown. */
@NullMarked
package dev.aisle.recommender.serving.domain.rerank;

import org.jspecify.annotations.NullMarked;
