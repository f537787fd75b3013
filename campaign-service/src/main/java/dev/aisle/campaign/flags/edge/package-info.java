/**
 * Flags over HTTP: OFREP, GrowthBook's payload, and what the shop's people call.
 */
@NullMarked
package dev.aisle.campaign.flags.edge;

import org.jspecify.annotations.NullMarked;
