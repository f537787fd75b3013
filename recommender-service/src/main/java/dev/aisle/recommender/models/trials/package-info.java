/** Models on trial: shadows that are asked beside, canaries that answer some people, and what they did, counted. Counts of instances add up. */
@NullMarked
package dev.aisle.recommender.models.trials;

import org.jspecify.annotations.NullMarked;
