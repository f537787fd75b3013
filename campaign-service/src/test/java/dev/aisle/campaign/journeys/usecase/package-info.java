/** Journeys in the middle of which something happens. */
@NullMarked
package dev.aisle.campaign.journeys.usecase;

import org.jspecify.annotations.NullMarked;
