/**
 * Tests of the timers in a real database.
 */
@NullMarked
package dev.aisle.campaign.journeys.store;

import org.jspecify.annotations.NullMarked;
