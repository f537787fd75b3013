/** Takes from what may be given; never more than there is. */
@NullMarked
package dev.aisle.campaign.budgets.usecase;

import org.jspecify.annotations.NullMarked;
