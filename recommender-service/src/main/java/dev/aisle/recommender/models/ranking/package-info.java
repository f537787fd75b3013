/** The learned ranker: what it is, what it was judged by, and what it learns from. */
@NullMarked
package dev.aisle.recommender.models.ranking;

import org.jspecify.annotations.NullMarked;
