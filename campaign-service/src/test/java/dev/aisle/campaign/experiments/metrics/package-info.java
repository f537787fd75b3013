/**
 * Tests of this package.
 */
package dev.aisle.campaign.experiments.metrics;
