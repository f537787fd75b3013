/** How often a campaign may be given, by its caps and its money. */
@NullMarked
package dev.aisle.campaign.budgets.domain;

import org.jspecify.annotations.NullMarked;
