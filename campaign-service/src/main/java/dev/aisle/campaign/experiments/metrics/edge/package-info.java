/**
 * Events and calls about metrics.
 */
@NullMarked
package dev.aisle.campaign.experiments.metrics.edge;

import org.jspecify.annotations.NullMarked;

