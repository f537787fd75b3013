/**
 * The table of trials. Each instance writes its own rows.
 */
@NullMarked
package dev.aisle.recommender.models.trials.store;

import org.jspecify.annotations.NullMarked;
