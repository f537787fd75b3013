/**
 * Tests of how a choice is made. No clock but the given one.
 */
package dev.aisle.campaign.placements.domain;
