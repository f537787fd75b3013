/**
 * Tests of this package.
 */
package dev.aisle.campaign.campaigns.reach;
