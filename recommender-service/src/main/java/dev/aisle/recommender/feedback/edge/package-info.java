/**
 * Feedback over REST.
 */
@NullMarked
package dev.aisle.recommender.feedback.edge;

import org.jspecify.annotations.NullMarked;
