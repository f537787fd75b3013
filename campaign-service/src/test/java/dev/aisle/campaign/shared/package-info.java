/**
 * Parts of tests that more than one feature needs.
 */
package dev.aisle.campaign.shared;
