/**
 * {@code ./aisle bench serving}: lists of recommender-service alone, under load.
 */
@NullMarked
package dev.aisle.local.bench.serving;

import org.jspecify.annotations.NullMarked;
