/**
 * Tests of the recommender's client where nothing answers. What it does with answers is tested with the service as a whole.
 */
package dev.aisle.campaign.shared.recommendations;
