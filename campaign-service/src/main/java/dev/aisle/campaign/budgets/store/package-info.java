/** What of each campaign was given, in shares so that replicas do not wait for each other. */
@NullMarked
package dev.aisle.campaign.budgets.store;

import org.jspecify.annotations.NullMarked;
