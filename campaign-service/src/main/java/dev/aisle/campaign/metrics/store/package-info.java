/**
 * Facts, values and sums of experiments.
 */
@NullMarked
package dev.aisle.campaign.metrics.store;

import org.jspecify.annotations.NullMarked;
