/**
 * Journeys in the database: one row a person and occasion, found by the campaign and the moment at which it is due.
 */
@NullMarked
package dev.aisle.campaign.journeys.store;

import org.jspecify.annotations.NullMarked;
