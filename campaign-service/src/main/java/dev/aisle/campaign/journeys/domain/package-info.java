/**
 * Ways of people through campaigns: what comes next, and when. Plain Java; times are instants, and what goes by the wall clock is worked out in the recipient's zone.
 */
@NullMarked
package dev.aisle.campaign.journeys.domain;

import org.jspecify.annotations.NullMarked;
