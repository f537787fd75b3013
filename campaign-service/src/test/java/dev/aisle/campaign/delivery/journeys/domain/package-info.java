/**
 * Tests of journeys: steps in a row, moments on the clock.
 */
@NullMarked
package dev.aisle.campaign.delivery.journeys.domain;

import org.jspecify.annotations.NullMarked;
