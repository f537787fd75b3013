/**
 * Whom a campaign moves: what is known of people, what was learned from it, and whether that still fits.
 */
@NullMarked
package dev.aisle.campaign.uplift.domain;

import org.jspecify.annotations.NullMarked;
