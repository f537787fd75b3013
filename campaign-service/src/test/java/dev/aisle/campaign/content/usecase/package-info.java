/**
 * Tests of this package.
 */
package dev.aisle.campaign.content.usecase;
