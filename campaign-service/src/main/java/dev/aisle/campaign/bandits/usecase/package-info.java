/**
 * Learns from what was shown, and says it.
 */
@NullMarked
package dev.aisle.campaign.bandits.usecase;

import org.jspecify.annotations.NullMarked;
