/** Whom a variation moves: what is known of people, what was learned from it, and whether that still fits. Plain Java. */
@NullMarked
package dev.aisle.campaign.results.uplift.model;

import org.jspecify.annotations.NullMarked;
