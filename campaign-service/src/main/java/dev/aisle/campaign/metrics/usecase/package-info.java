/**
 * Follows events into facts, keeps the sums and makes them again.
 */
@NullMarked
package dev.aisle.campaign.metrics.usecase;

import org.jspecify.annotations.NullMarked;
