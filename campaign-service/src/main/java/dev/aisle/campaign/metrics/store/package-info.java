/**
 * Facts of metrics, and the values that units of experiments come to.
 */
@NullMarked
package dev.aisle.campaign.metrics.store;

import org.jspecify.annotations.NullMarked;
