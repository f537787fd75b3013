/**
 * Tests of what holds codes back. No service runs.
 */
package dev.aisle.campaign.offers.coupons.edge;
