/** Explains a decision that was made, and why somebody did not get a campaign. */
@NullMarked
package dev.aisle.campaign.decisions.usecase;

import org.jspecify.annotations.NullMarked;
