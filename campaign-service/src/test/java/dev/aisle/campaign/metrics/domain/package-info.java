/**
 * Tests of this package.
 */
package dev.aisle.campaign.metrics.domain;
