/**
 * Credits and counts in the table of exposures.
 */
@NullMarked
package dev.aisle.recommender.interactions.feedback.store;

import org.jspecify.annotations.NullMarked;
