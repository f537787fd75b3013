/**
 * Credits and counts in the table of exposures.
 */
@NullMarked
package dev.aisle.recommender.feedback.store;

import org.jspecify.annotations.NullMarked;
