/**
 * Tests of campaign rules. Published vectors come first.
 */
package dev.aisle.campaign.campaigns.domain;
