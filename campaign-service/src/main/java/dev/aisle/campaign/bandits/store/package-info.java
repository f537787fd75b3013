/**
 * Keeps what was learned, epoch by epoch, and reads what came of what was shown.
 */
@NullMarked
package dev.aisle.campaign.bandits.store;

import org.jspecify.annotations.NullMarked;
