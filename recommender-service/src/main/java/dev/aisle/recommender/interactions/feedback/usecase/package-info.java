/**
 * Credits what people did to what they were shown, and reports on it.
 */
@NullMarked
package dev.aisle.recommender.interactions.feedback.usecase;

import org.jspecify.annotations.NullMarked;
