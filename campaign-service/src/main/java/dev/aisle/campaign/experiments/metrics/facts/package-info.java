/** Facts of units, kept as the metrics count them, and their values by phase. */
@NullMarked
package dev.aisle.campaign.experiments.metrics.facts;

import org.jspecify.annotations.NullMarked;
