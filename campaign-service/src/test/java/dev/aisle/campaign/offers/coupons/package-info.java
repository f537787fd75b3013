/**
 * Tests of what a coupon takes off. No clock but the given one.
 */
package dev.aisle.campaign.offers.coupons;
