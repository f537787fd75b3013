/**
 * Begins journeys, takes them on when they are due, and hands over what they send. What becomes of a step is kept with the rule that decided it.
 */
@NullMarked
package dev.aisle.campaign.journeys.usecase;

import org.jspecify.annotations.NullMarked;
