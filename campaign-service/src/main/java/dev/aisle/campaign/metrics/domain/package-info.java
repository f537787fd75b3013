/**
 * Metrics of experiments: what of which events counts for a unit, defined once in a file.
 */
@NullMarked
package dev.aisle.campaign.metrics.domain;

import org.jspecify.annotations.NullMarked;
