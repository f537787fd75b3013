/**
 * How often each variation of a campaign is shown, as it was learned.
 */
@NullMarked
package dev.aisle.campaign.bandits.domain;

import org.jspecify.annotations.NullMarked;
