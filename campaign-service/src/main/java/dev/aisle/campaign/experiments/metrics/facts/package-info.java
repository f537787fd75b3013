/** What happened to units, kept as the metrics count it, and valued by phase. */
@NullMarked
package dev.aisle.campaign.experiments.metrics.facts;

import org.jspecify.annotations.NullMarked;
