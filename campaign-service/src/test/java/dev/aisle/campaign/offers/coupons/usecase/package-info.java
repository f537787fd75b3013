/**
 * Tests of what happens when many want the same. A real database, and two of everything that a replica has.
 */
package dev.aisle.campaign.offers.coupons.usecase;
