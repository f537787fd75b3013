/** What was allocated to whom, and how the last allocations went. */
@NullMarked
package dev.aisle.campaign.allocations.store;

import org.jspecify.annotations.NullMarked;
