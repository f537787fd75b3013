/** Journeys in the middle of which something happens. */
@NullMarked
package dev.aisle.campaign.delivery.journeys.usecase;

import org.jspecify.annotations.NullMarked;
