/**
 * What became of what was shown, as numbers.
 */
@NullMarked
package dev.aisle.recommender.interactions.feedback.domain;

import org.jspecify.annotations.NullMarked;
