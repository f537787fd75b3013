/**
 * Follows events into facts, and makes values again when metrics have changed.
 */
@NullMarked
package dev.aisle.campaign.metrics.usecase;

import org.jspecify.annotations.NullMarked;
