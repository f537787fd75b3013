/**
 * Follows events, consents, segments and the catalogue, and begins journeys.
 */
@NullMarked
package dev.aisle.campaign.triggers.usecase;

import org.jspecify.annotations.NullMarked;
