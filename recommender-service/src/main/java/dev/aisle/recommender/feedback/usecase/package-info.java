/**
 * Credits what people did to what they were shown, and reports on it.
 */
@NullMarked
package dev.aisle.recommender.feedback.usecase;

import org.jspecify.annotations.NullMarked;
