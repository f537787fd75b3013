@NullMarked
package dev.aisle.campaign.budgets.usecase;

import org.jspecify.annotations.NullMarked;
