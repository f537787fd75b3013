@NullMarked
package dev.aisle.campaign.campaigns.budgets;

import org.jspecify.annotations.NullMarked;
