/**
 * A whole model for recommender-service with a deep network in it, trained in one process out of the event archive. Mixes with and without the network are compared
 * on what people did later; a network that wins nowhere stays out of the file.
 */
@NullMarked
package dev.aisle.training.deep;

import org.jspecify.annotations.NullMarked;
