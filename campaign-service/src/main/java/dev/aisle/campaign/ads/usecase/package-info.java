/**
 * Manages ads, fills placements and charges clicks. Each use case owns its transactions.
 */
@NullMarked
package dev.aisle.campaign.ads.usecase;

import org.jspecify.annotations.NullMarked;
