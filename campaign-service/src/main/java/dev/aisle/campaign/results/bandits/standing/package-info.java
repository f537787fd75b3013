/** What was learned of variations so far, as it may be told. */
@NullMarked
package dev.aisle.campaign.results.bandits.standing;

import org.jspecify.annotations.NullMarked;
