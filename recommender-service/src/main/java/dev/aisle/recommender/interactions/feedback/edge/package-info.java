/**
 * Feedback over REST.
 */
@NullMarked
package dev.aisle.recommender.interactions.feedback.edge;

import org.jspecify.annotations.NullMarked;
