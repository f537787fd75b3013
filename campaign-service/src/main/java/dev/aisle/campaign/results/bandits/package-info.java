/** How often each variation of a campaign is shown, as it is learned. */
@NullMarked
package dev.aisle.campaign.results.bandits;

import org.jspecify.annotations.NullMarked;
