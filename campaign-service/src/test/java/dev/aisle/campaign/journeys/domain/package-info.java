/**
 * Tests of journeys: steps in a row, moments on the clock.
 */
@NullMarked
package dev.aisle.campaign.journeys.domain;

import org.jspecify.annotations.NullMarked;
