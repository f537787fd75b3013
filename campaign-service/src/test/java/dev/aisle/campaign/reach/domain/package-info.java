/**
 * Tests of this package.
 */
package dev.aisle.campaign.reach.domain;
