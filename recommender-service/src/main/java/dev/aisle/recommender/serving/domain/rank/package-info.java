/** From the scores of several sources to one score a candidate. */
@NullMarked
package dev.aisle.recommender.serving.domain.rank;

import org.jspecify.annotations.NullMarked;
