/**
 * Keeps the index current and answers searches by words and by meaning.
 */
@NullMarked
package dev.aisle.recommender.search.usecase;

import org.jspecify.annotations.NullMarked;
