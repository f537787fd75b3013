/**
 * The timers of this process and what marketers see of journeys.
 */
@NullMarked
package dev.aisle.campaign.journeys.edge;

import org.jspecify.annotations.NullMarked;
