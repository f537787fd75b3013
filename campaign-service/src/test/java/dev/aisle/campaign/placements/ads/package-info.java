/**
 * Tests of the auction, relevance and pace. No clock but the given one.
 */
package dev.aisle.campaign.placements.ads;
