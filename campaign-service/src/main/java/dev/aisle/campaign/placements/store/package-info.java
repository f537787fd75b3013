/**
 * Decisions that were made, by id. They also tell how often a campaign was shown.
 */
@NullMarked
package dev.aisle.campaign.placements.store;

import org.jspecify.annotations.NullMarked;
