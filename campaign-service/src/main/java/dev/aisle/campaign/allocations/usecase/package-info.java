/** Allocates the budget of a campaign over its audience. */
@NullMarked
package dev.aisle.campaign.allocations.usecase;

import org.jspecify.annotations.NullMarked;
