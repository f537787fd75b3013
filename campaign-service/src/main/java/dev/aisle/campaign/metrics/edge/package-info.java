/**
 * Events and calls about metrics.
 */
@NullMarked
package dev.aisle.campaign.metrics.edge;

import org.jspecify.annotations.NullMarked;
