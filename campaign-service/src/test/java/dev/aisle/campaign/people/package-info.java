/**
 * Tests of what is kept of a person. Order makes no difference.
 */
package dev.aisle.campaign.people;
